import type { Model } from './memory';
import type { People } from './people';
import { simulate, type Outcome } from './simulate';

/** By arm, the outcomes of the same people in the same order. */
export type Cell = Record<Arm, Outcome[]>;

export const arms = ['due', 'random', 'in turn', 'in blocks', 'drawn', 'due only', 'in turn, as many'] as const;
/** A way of choosing; `in turn, as many` has on every day as many scenes as the same person's `due only`. */
export type Arm = (typeof arms)[number];

/** The same persons, calendars and luck in every arm; those left out have no outcomes. */
export function study(people: People, model: Model, learners: number, without: readonly Arm[] = []): Cell {
  const cell = Object.fromEntries(arms.map((arm) => [arm, []])) as unknown as Cell;
  for (let seed = 0; seed < learners; seed++)
    for (const arm of arms) {
      if (without.includes(arm)) continue;
      const outcome =
        arm === 'in turn, as many'
          ? simulate(seed, 'in turn', people, model, cell['due only'][seed]!.rounds)
          : simulate(seed, arm, people, model);
      cell[arm].push(outcome);
    }
  return cell;
}
