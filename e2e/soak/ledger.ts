import type { Answer } from '../../src/domain/answer.ts';

/** An answer as the person at the screen knows it. */
export interface Given {
  scenario: string;
  turn: string;
  response: string;
  /** The screen said that it is saved. */
  saved: boolean;
}

export interface Verdict {
  acknowledged: number;
  /** Said to be saved, and not there. */
  lost: Given[];
  /** The same turn of the same attempt a second time. */
  doubled: Answer[];
  /** Nobody gave it. */
  invented: Answer[];
}

const same = (given: Given, answer: Answer): boolean =>
  given.scenario === answer.scenario && given.turn === answer.turn && given.response === answer.response;

/**
 * Holds what was given since the last look against what is stored since then. An answer that was not said to be saved may
 * be there or not.
 * @param known the turns answered before, by `turnOf`
 * @param unheard how many answers may be there of which nobody has heard: a death may swallow the word of a submission
 */
export function settle(
  given: readonly Given[],
  stored: readonly Answer[],
  known: ReadonlySet<string>,
  unheard: number,
): Verdict {
  const turns = new Set(known);
  const fresh: Answer[] = [];
  const doubled: Answer[] = [];
  for (const answer of stored) {
    (turns.has(turnOf(answer)) ? doubled : fresh).push(answer);
    turns.add(turnOf(answer));
  }
  const take = (each: Given): boolean => {
    const found = fresh.findIndex((answer) => same(each, answer));
    if (found >= 0) fresh.splice(found, 1);
    return found >= 0;
  };
  const saved = given.filter((each) => each.saved);
  const lost = saved.filter((each) => !take(each));
  for (const each of given) if (!each.saved) take(each);
  return { acknowledged: saved.length, lost, doubled, invented: fresh.slice(unheard) };
}

/** Names a turn of an attempt, which can be answered once. */
export const turnOf = ({ attempt, turn }: Answer): string => `${attempt} ${turn}`;
