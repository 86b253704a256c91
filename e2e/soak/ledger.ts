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
 * @param stored in the order of their ids
 * @param known the turns answered before, by `turnOf`
 * @param died whether the browser was killed. That swallows its last words, on a busy machine those of several answers:
 *   what is stored after the last answer that was heard of was given too, and before each of them the one before was saved
 */
export function settle(
  given: readonly Given[],
  stored: readonly Answer[],
  known: ReadonlySet<string>,
  died: boolean,
): Verdict {
  const turns = new Set(known);
  const fresh: Answer[] = [];
  const doubled: Answer[] = [];
  for (const answer of stored) {
    (turns.has(turnOf(answer)) ? doubled : fresh).push(answer);
    turns.add(turnOf(answer));
  }
  const heard = new Set<Answer>();
  const isMissing = (each: Given): boolean => {
    const found = fresh.find((answer) => !heard.has(answer) && same(each, answer));
    if (found) heard.add(found);
    return !found;
  };
  const saved = given.filter((each) => each.saved);
  const lost = saved.filter(isMissing);
  const missing = given.filter((each) => !each.saved).filter(isMissing);
  const end = died ? fresh.findLastIndex((answer) => heard.has(answer)) + 1 : fresh.length;
  if (end < fresh.length) lost.push(...missing);
  const invented = fresh.slice(0, end).filter((answer) => !heard.has(answer));
  return { acknowledged: saved.length, lost, doubled, invented };
}

/** Names a turn of an attempt, which can be answered once. */
export const turnOf = ({ attempt, turn }: Answer): string => `${attempt} ${turn}`;
