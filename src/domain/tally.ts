import type { Mark, Marks } from './marks';
import { leanOf } from './marks';

/** How many responses lie at each place of the map: 16 counts, index `customer · 4 + business`. */
export type Tally = readonly number[];

export const emptyTally: Tally = Object.freeze(Array<number>(16).fill(0));

const cellOf = (marks: Marks): number => marks.customer * 4 + marks.business;
const marksAt = (cell: number): Marks => ({ customer: (cell >> 2) as Mark, business: (cell & 3) as Mark });

export const counted = (tally: Tally, marks: Marks): Tally => tally.with(cellOf(marks), tally[cellOf(marks)]! + 1);

export const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum = [...emptyTally];
  for (const tally of tallies) tally.forEach((count, cell) => (sum[cell]! += count));
  return sum;
};

/** The occupied places with their counts. */
export const places = (tally: Tally): { marks: Marks; count: number }[] =>
  tally.flatMap((count, cell) => (count ? [{ marks: marksAt(cell), count }] : []));

export interface Lean {
  /** Of all responses counted, absent ones included. */
  answers: number;
  /** Mean of `customer − business` over the responses that lean at all, −3 to 3; 0 where there are none. */
  lean: number;
  /** Share of responses at 3/3, 0 to 1. */
  partner: number;
  /** Share of responses that lean towards the jester, 0 to 1. */
  jester: number;
  /** Share of responses that lean towards the adversary, 0 to 1. */
  adversary: number;
}

/** What a tally says about its owner's leaning. */
export function leaningOf(tally: Tally): Lean {
  let answers = 0;
  let leaning = 0;
  let sum = 0;
  let partner = 0;
  let jester = 0;
  let adversary = 0;
  for (const { marks, count } of places(tally)) {
    answers += count;
    const lean = leanOf(marks);
    if (lean === undefined) continue;
    leaning += count;
    sum += lean * count;
    if (lean > 0) jester += count;
    if (lean < 0) adversary += count;
    if (marks.customer === 3 && marks.business === 3) partner += count;
  }
  const share = (count: number) => (answers ? count / answers : 0);
  return {
    answers,
    lean: leaning ? sum / leaning : 0,
    partner: share(partner),
    jester: share(jester),
    adversary: share(adversary),
  };
}
