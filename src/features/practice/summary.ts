import type { Answer } from '../../domain/answer';
import { type Lean, leaningOf, counted, emptyTally, type Tally } from '../../domain/tally';

export interface RoundSummary {
  tally: Tally;
  lean: Lean;
  /** What the round says in one word, from at least four answers. */
  direction: 'jester' | 'adversary' | 'even' | 'partner' | undefined;
}

/** What a round shows about its answers. */
export function summaryOf(answers: readonly Answer[]): RoundSummary {
  const tally = answers.reduce((sum, answer) => counted(sum, answer.marks), emptyTally);
  const lean = leaningOf(tally);
  return { tally, lean, direction: directionOf(lean) };
}

function directionOf({ answers, lean, partner }: Lean): RoundSummary['direction'] {
  if (answers < 4) return undefined;
  if (partner === 1) return 'partner';
  if (lean >= 0.4) return 'jester';
  return lean <= -0.4 ? 'adversary' : 'even';
}
