import type { AnswerId, AttemptId, Day, PackId, ResponseId, ScenarioId, TurnId } from './ids';
import type { Marks } from './marks';

export type Confidence = 'sure' | 'unsure';

/** One response chosen in one turn: the only fact about practice that is stored. Never changed once written. */
export interface Answer {
  id: AnswerId;
  attempt: AttemptId;
  pack: PackId;
  scenario: ScenarioId;
  /** Of the scenario, at the time. */
  version: string;
  turn: TurnId;
  response: ResponseId;
  /** At the time: a later edition of the scenario may mark otherwise. */
  marks: Marks;
  confidence: Confidence;
  /** Milliseconds since 1970, UTC, by the device's clock. */
  at: number;
  /** The local calendar day of `at`. */
  day: Day;
  where: 'practice' | 'check' | 'team';
}
