import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Answer } from '../domain/answer';
import type { Note } from '../domain/note';
import type { Pack } from '../domain/pack';

/** The stores of the newest version. */
export interface Schema extends DBSchema {
  answers: { key: string; value: Answer };
  notes: { key: string; value: Note };
  packs: { key: string; value: Pack };
  /** Key and value as in `Settings`. */
  settings: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type StoreName = StoreNames<Schema>;

/** One step from a version to the next. Synchronous: whatever it awaits must be a request of the transaction. */
export type Migration = (db: Database, transaction: IDBPTransaction<Schema, StoreName[], 'versionchange'>) => void;

/**
 * The step at index n leads from version n to n + 1, so there are no gaps. Steps only add: the release before must
 * still be able to read (and a rollback to work), so nothing is renamed, moved or removed. A released step is never
 * edited; its database stands as a fixture beside the tests. Records are plain JSON, so that an older app can export what
 * it does not know.
 */
export const migrations: readonly Migration[] = [
  (db) => {
    for (const name of ['answers', 'notes', 'packs'] as const) db.createObjectStore(name, { keyPath: 'id' });
    db.createObjectStore('settings');
  },
];
