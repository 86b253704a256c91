export interface Point {
  label: string;
  value: number;
}

export interface Plotted extends Point {
  x: number;
  y: number;
}

export const width = 320;
export const height = 140;
const margin = 14;

/** Points from left to right; `limit` lies at the upper edge, its negative at the lower one. Values beyond stay at the edge. */
export function plot(points: readonly Point[], limit: number): Plotted[] {
  const step = (width - 2 * margin) / Math.max(1, points.length - 1);
  return points.map((point, i) => {
    const value = Math.max(-limit, Math.min(limit, point.value));
    return { ...point, x: margin + i * step, y: height / 2 - (value / limit) * (height / 2 - margin) };
  });
}
