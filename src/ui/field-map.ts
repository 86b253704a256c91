/** One thing that lies on the field: `x` and `y` are 0 to 3, from the lower left. */
export interface Spot {
  x: number;
  y: number;
  /** A letter or a count, one to three characters. */
  label: string;
  /** How much it weighs beside the others, 0 to 1: decides its size. */
  weight?: number;
  /** The one that the eye should find first. */
  main?: boolean;
}

export interface PlacedSpot extends Spot {
  /** The middle and the radius, in units of the drawing. */
  cx: number;
  cy: number;
  r: number;
}

export const cell = 76;
export const gap = 4;
export const side = 4 * cell + 3 * gap;

/** The upper left corner of a cell. */
export const corner = (x: number, y: number) => ({ left: x * (cell + gap), top: (3 - y) * (cell + gap) });

/** Spots in the corners make room for the corner's name. */
const clear = ({ x, y }: Spot) => (x % 3 ? 0 : y === 3 ? 9 : y === 0 ? -9 : 0);

/** Where spots go: those that share a cell stand side by side in it, the main one in front. */
export function place(spots: readonly Spot[]): PlacedSpot[] {
  return spots.map((spot) => {
    const together = spots.filter((other) => other.x === spot.x && other.y === spot.y);
    const position = together.indexOf(spot) - (together.length - 1) / 2;
    const step = together.length > 2 ? 22 : 30;
    const { left, top } = corner(spot.x, spot.y);
    const r = spot.weight === undefined ? (spot.main ? 17 : 13) : 12 + 12 * Math.sqrt(spot.weight);
    return { ...spot, r, cx: left + cell / 2 + position * step, cy: top + cell / 2 + clear(spot) };
  });
}
