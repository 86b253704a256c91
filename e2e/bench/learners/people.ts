/** Means and deviations of the people in one row of the grid. */
export interface People {
  name: string;
  /** Mean ability before any practice, in logits. */
  start: number;
  /** Factors on learning and forgetting. */
  learning: number;
  forgetting: number;
  /** How far principles differ for one person; 1 is usual. */
  uneven: number;
  /** What a lesson in one scene is worth for the principle, 0 to 1. */
  transfer: number;
}

const usual: People = { name: 'usual', start: -0.7, learning: 1, forgetting: 1, uneven: 1, transfer: 0.5 };

export const peoples: readonly [People, ...People[]] = [
  usual,
  { ...usual, name: 'slow', start: -1.3, learning: 0.6, forgetting: 1.5, transfer: 0.4 },
  { ...usual, name: 'quick', start: 0, learning: 1.5, forgetting: 0.8, transfer: 0.6 },
  { ...usual, name: 'alike', uneven: 0.25 },
  { ...usual, name: 'uneven', uneven: 2 },
];
