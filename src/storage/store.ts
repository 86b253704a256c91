import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Facts, Settings } from '../domain/facts';
import type { Note } from '../domain/note';
import type { Examination } from './examine';

/**
 * What the app needs of a place to keep things. Every promise settles within a time limit: storage that never answers
 * counts as failed (`StorageError`). A write has happened once its promise is fulfilled, and not before.
 */
export interface Store {
  /** `memory` keeps nothing beyond the page. */
  readonly kind: 'database' | 'memory';
  /** In the order of their ids; only those after one and up to another, where given. Broken records are passed over. */
  answers(after?: AnswerId, upTo?: AnswerId): Promise<Answer[]>;
  /** Of all answers, broken ones too, in order; only those after one, and the first so many, where given. */
  ids(after?: AnswerId, limit?: number): Promise<AnswerId[]>;
  /** How many answers there are. */
  count(): Promise<number>;
  /** Writing an answer whose id is there already changes nothing: whoever is not sure of a write repeats it. */
  append(answer: Answer): Promise<void>;
  /** With the tombstones, ordered by id. Broken records are passed over. */
  notes(): Promise<Note[]>;
  /** Replaces the note of the same id. */
  putNote(note: Note): Promise<void>;
  /** `undefined` also where it is broken. */
  setting<Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined>;
  putSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void>;
  /**
   * Takes the union with what is stored, in one transaction: all of it or nothing. An answer that is there stays as it
   * is, of a note the later state holds. Says how many answers were new and how many notes new or changed.
   */
  merge(facts: Facts): Promise<{ answers: number; notes: number }>;
  /**
   * Looks at every record, puts those that are broken aside (setting `quarantine`) and brings back what is sound after
   * all; the snapshot goes, so that it is made anew. One transaction: a second examination finds nothing.
   */
  examine(): Promise<Examination>;
  /** Removes everything, in one transaction. */
  clear(): Promise<void>;
  /**
   * Lets go of everything until `resume`; what is being done is undone and done then. For a page that the browser keeps
   * for the way back: WebKit lets it hold up every other page's storage.
   */
  pause(): void;
  resume(): void;
  /** For good: what is asked of it afterwards is rejected as `lost`. */
  close(): void;
}

export type StorageFault =
  /** The browser gives no storage at all (private mode, policy). */
  | 'refused'
  /** It did not answer in time. */
  | 'timeout'
  /** Another tab holds an older version and does not let go. */
  | 'blocked'
  /** Written by a newer version of the app, or one is taking over now; left untouched. */
  | 'future'
  | 'quota'
  /** The browser removed what was stored while the app was open; the place is empty now and can be written again. */
  | 'gone'
  /** The connection is gone (iOS); a reload heals it. */
  | 'lost'
  | 'failed';

export class StorageError extends Error {
  override name = 'StorageError';
  constructor(
    readonly fault: StorageFault,
    options?: ErrorOptions,
  ) {
    super(`storage: ${fault}`, options);
  }
}
