import type { Answer } from './answer';
import type { AttemptId, PackId, ScenarioId } from './ids';
import type { Note } from './note';

/** Everything about a person that is stored and cannot be derived; a backup is this. */
export interface Facts {
  answers: Answer[];
  notes: Note[];
}

/** A round that was begun. How far it got is derived from the answers. */
export interface OpenRound {
  pack: PackId;
  /** In the order in which they are met. */
  scenes: { scenario: ScenarioId; attempt: AttemptId }[];
}

/** Small things that are kept beside the facts and may be lost without loss. */
export interface Settings {
  round: OpenRound | null;
  /** The newest backup: when, and how many answers it held. */
  backup: { at: number; answers: number };
}
