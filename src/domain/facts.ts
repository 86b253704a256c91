import type { Answer } from './answer';
import type { AnswerId, AttemptId, PackId, ScenarioId } from './ids';
import type { Note } from './note';
import type { Progress } from './progress';
import type { Skills } from './skills';

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

export interface Snapshot {
  /** Of the code that made it; another one rebuilds. */
  version: number;
  /** The pack whose principles the skills belong to. */
  pack: PackId;
  packVersion: number;
  progress: Progress;
  skills: Skills;
  /** The greatest id among its answers. */
  upTo: AnswerId;
}

/** Small things that are kept beside the facts and may be lost without loss. */
export interface Settings {
  round: OpenRound | null;
  /** The newest backup: when, and how many answers it held. */
  backup: { at: number; answers: number };
  /** Derived progress, so that a start need not read every answer. Thrown away and rebuilt at any time. */
  snapshot: Snapshot;
  /** Records that were found broken, as they were, with their place: nothing is thrown away unasked. */
  quarantine: { store: 'answers' | 'notes' | 'settings'; key: IDBValidKey; value: unknown }[];
}
