/** Below this many turns chance alone leaves the band too often, and the band is widened. */
export const fewTurns = 60;

/** How far a share (0 to 1) over the bank may be from the share that it should have. */
export interface Band {
  expected: number;
  /** As the rules of the bank ask, 0 to 1. */
  tolerance: number;
  /** Added for a small bank: the 95 % noise of so few trials. */
  noise: number;
  low: number;
  high: number;
}

/**
 * The band around an expected share.
 * @param turns of the bank; under {@link fewTurns} the band is widened
 * @param trials that the share is counted over, where these are not the turns
 */
export function bandAround(expected: number, tolerance: number, turns: number, trials = turns): Band {
  const noise = turns < fewTurns ? 1.96 * Math.sqrt((expected * (1 - expected)) / Math.max(1, trials)) : 0;
  const room = tolerance + noise;
  return { expected, tolerance, noise, low: Math.max(0, expected - room), high: Math.min(1, expected + room) };
}

/** Shares are sums of fractions such as ⅓: a share on the edge is inside. */
const rounding = 1e-9;
export const isAbove = (share: number, band: Band): boolean => share > band.high + rounding;
export const isBelow = (share: number, band: Band): boolean => share < band.low - rounding;

/** Above what the rules ask, whether or not the few turns of a small bank explain it. */
export const isOverTarget = (share: number, { expected, tolerance }: Band): boolean =>
  share > expected + tolerance + rounding;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** "expected 29 % ± 7 points, widened by 12 for a bank of few turns" */
export function describeBand({ expected, tolerance, noise }: Band): string {
  const widened = noise > 0 ? `, widened by ${Math.round(noise * 100)} points because the bank has few turns` : '';
  return `expected ${percent(expected)} ± ${Math.round(tolerance * 100)} points${widened}`;
}

export const mean = (values: number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The hit rate of blind guessing: one in the number of responses, over all turns. */
export const chanceOf = (items: { turn: { responses: unknown[] } }[]): number =>
  mean(items.map((item) => 1 / item.turn.responses.length));

/**
 * What the rule "take the one with the highest score" earns where `best` is right: 1, 0, or a share where several are
 * equally high.
 */
export function hitOf(scores: number[], best: number): number {
  const top = Math.max(...scores);
  return scores[best] === top ? 1 / scores.filter((score) => score === top).length : 0;
}
