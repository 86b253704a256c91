import type { Channel, Pack } from '../../domain/pack';
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

/** The channels that were practised, in the pack's order of channels. */
export function leaningByChannel(pack: Pack, progress: Progress): { channel: Channel; lean: Lean; word: LeanWord }[] {
  return channels.flatMap((channel) => {
    const tally = sumOf(
      pack.scenarios
        .filter((scenario) => scenario.channel === channel)
        .map((scenario) => progress.scenarios.get(scenario.id)?.tally ?? emptyTally),
    );
    const lean = leaningOf(tally);
    return lean.answers ? [{ channel, lean, word: leanWord(lean) }] : [];
  });
}
