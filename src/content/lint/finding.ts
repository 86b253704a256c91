import type { ResponseId, ScenarioId, TurnId } from '../../domain/ids';
import type { Language } from '../../domain/pack';

export type Rule =
  | 'best'
  | 'words'
  | 'length-ratio'
  | 'readability'
  | 'phrases'
  | 'numbers'
  | 'names'
  | 'coverage'
  | 'direction'
  | 'leaning'
  | 'position'
  | 'longest'
  | 'shortest'
  | 'cue'
  | 'guess';

/** Where something was found; a finding about the whole bank names no scenario. */
export interface Place {
  scenario?: ScenarioId;
  language?: Language;
  turn?: TurnId;
  response?: ResponseId;
}

/** One thing for an author to look at: what is so, what to change and why. */
export interface Finding extends Place {
  rule: Rule;
  message: string;
}

/** What one family of rules has to say: findings must be mended, notes may stay. */
export interface Remarks {
  findings: Finding[];
  notes: Finding[];
}

export const noRemarks = (): Remarks => ({ findings: [], notes: [] });

export function together(remarks: Remarks[]): Remarks {
  return { findings: remarks.flatMap((one) => one.findings), notes: remarks.flatMap((one) => one.notes) };
}
