import type { Answer } from '../../src/domain/answer.ts';
import { canonical } from '../../src/storage/canonical.ts';

/** An answer as the person at the screen knows it. */
export interface Given {
  scenario: string;
  turn: string;
  response: string;
  confidence: string;
  /** The screen said that it is saved. */
  saved: boolean;
}

export interface Verdict {
  acknowledged: number;
  /** Said to be saved, and not there. */
  lost: Given[];
  /** The same turn of the same attempt a second time, or at once in another attempt. */
  doubled: Answer[];
  /** Nobody gave it. */
  invented: Answer[];
}

const fields = ['scenario', 'turn', 'response', 'confidence'] as const;
const same = (given: Given, answer: Answer): boolean => fields.every((field) => given[field] === answer[field]);

/**
 * Holds what was given since the last look against what is stored since then. An answer that was not said to be saved may
 * be there or not.
 * @param stored in the order of their ids
 * @param known the turns answered before, by `turnOf`
 * @param deadSince when the browser was killed, in milliseconds since 1970. That swallows its last words, on a busy
 *   machine those of several answers: what is stored after the last answer that was heard of was given too, if it was
 *   given before the death and is not that answer once more; and before each of them the one before was saved
 */
export function settle(
  given: readonly Given[],
  stored: readonly Answer[],
  known: ReadonlySet<string>,
  deadSince?: number,
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
  const end = deadSince === undefined ? fresh.length : fresh.findLastIndex((answer) => heard.has(answer)) + 1;
  if (end < fresh.length) lost.push(...missing);
  const last = fresh[end - 1];
  const invented = fresh.slice(0, end).filter((answer) => !heard.has(answer));
  for (const answer of fresh.slice(end)) {
    // A round draws what was seen longest ago: no scene comes again at once.
    if (last?.scenario === answer.scenario && last.turn === answer.turn) doubled.push(answer);
    else if (answer.at > deadSince!) invented.push(answer);
  }
  return { acknowledged: saved.length, lost, doubled, invented };
}

/** Names a turn of an attempt, which can be answered once. */
export const turnOf = ({ attempt, turn }: Answer): string => `${attempt} ${turn}`;

/** Those that were there before and now say something else. */
export function overwritten(before: readonly Answer[], now: readonly Answer[]): Answer[] {
  const known = new Map(before.map((answer) => [answer.id, canonical(answer)]));
  return now.filter((answer) => known.has(answer.id) && known.get(answer.id) !== canonical(answer));
}
