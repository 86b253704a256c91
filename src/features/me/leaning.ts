import type { PrincipleId } from '../../domain/ids';
import type { Channel, Pack, Scenario } from '../../domain/pack';
import { channels } from '../../domain/pack';
import type { Progress } from '../../domain/progress';
import { emptyTally, type Lean, leaningOf, sumOf, type Tally } from '../../domain/tally';

/** From this many answers on, a leaning is said at all. */
export const enough = 4;

export type LeanWord = 'strongJester' | 'jester' | 'even' | 'adversary' | 'strongAdversary' | 'few';

export function leanWord({ answers, lean }: Lean): LeanWord {
  if (answers < enough) return 'few';
  if (lean >= 1) return 'strongJester';
  if (lean >= 0.35) return 'jester';
  if (lean <= -1) return 'strongAdversary';
  return lean <= -0.35 ? 'adversary' : 'even';
}

/** Of all answers ever given, those to scenes that the pack no longer has included. */
export const tallyOf = (progress: Progress): Tally =>
  sumOf([...progress.scenarios.values()].map((scenario) => scenario.tally));

export interface LeanRow<Key> {
  key: Key;
  lean: Lean;
  word: LeanWord;
}

const rowOf = <Key>(key: Key, progress: Progress, scenarios: readonly Scenario[]): LeanRow<Key>[] => {
  const lean = leaningOf(sumOf(scenarios.map(({ id }) => progress.scenarios.get(id)?.tally ?? emptyTally)));
  return lean.answers ? [{ key, lean, word: leanWord(lean) }] : [];
};

/** The channels that were practised. */
export const leaningByChannel = (pack: Pack, progress: Progress): LeanRow<Channel>[] =>
  channels.flatMap((channel) =>
    rowOf(
      channel,
      progress,
      pack.scenarios.filter((scenario) => scenario.channel === channel),
    ),
  );

/** The principles that were practised, in the charter's order, by the scenes that practise them first of all. */
export const leaningByPrinciple = (pack: Pack, progress: Progress): LeanRow<PrincipleId>[] =>
  pack.charter.flatMap(({ id }) =>
    rowOf(
      id,
      progress,
      pack.scenarios.filter(({ principles }) => principles[0] === id),
    ),
  );

const soft: readonly LeanWord[] = ['jester', 'strongJester'];
const hard: readonly LeanWord[] = ['adversary', 'strongAdversary'];

/** Where it leans which way; `undefined` while too little is known anywhere. */
export function directions<Key>(rows: readonly LeanRow<Key>[]): { soft: Key[]; hard: Key[] } | undefined {
  const known = rows.filter(({ word }) => word !== 'few');
  if (!known.length) return undefined;
  const of = (words: readonly LeanWord[]) => known.filter(({ word }) => words.includes(word)).map(({ key }) => key);
  return { soft: of(soft), hard: of(hard) };
}
