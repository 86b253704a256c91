/** The middle of the values; NaN where there are none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** @param share 0 to 1; between two values the one in between, linearly */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export interface Row {
  what: string;
  unit: 'ms' | 'kB' | '';
  /** One value for each run, in milliseconds, bytes, or without unit. */
  ours: readonly number[];
  floor?: readonly number[];
  /** What of the values is held against the bar; the median unless told. */
  take?: 'median' | 'p95' | 'largest';
  /** In the unit of the values: at most that, or at most so many times the floor; strictly less where it says below. */
  bar?: { atMost: number } | { below: number } | { timesFloor: number };
  /** Said below the table. */
  note?: string;
}

const taken = { median, p95: (values: readonly number[]) => quantile(values, 0.95), largest: maximum };

function maximum(values: readonly number[]): number {
  return values.length ? Math.max(...values) : NaN;
}

export const figureOf = ({ ours, take = 'median' }: Row): number => taken[take](ours);

/** Whether the row meets its bar; `undefined` where it has none or was not measured. */
export function isMet(row: Row): boolean | undefined {
  const figure = figureOf(row);
  if (!row.bar || Number.isNaN(figure)) return undefined;
  if ('atMost' in row.bar) return figure <= row.bar.atMost;
  if ('below' in row.bar) return figure < row.bar.below;
  return figure <= row.bar.timesFloor * median(row.floor ?? []);
}

/** `412`, `18.3`, `0.004`: bytes as kB of 1,000. */
export function formatFigure(value: number, unit: Row['unit']): string {
  if (Number.isNaN(value)) return '?';
  if (unit === 'kB') return (value / 1000).toFixed(1);
  return unit === 'ms' ? value.toFixed(value < 10 ? 1 : 0) : value.toFixed(3);
}
