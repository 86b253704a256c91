import { storageError } from './fault';
import { migrations, type Database, type Schema } from './migrations';
import { openIn } from './open-in';
import { StorageError, type StorageFault } from './store';

export interface DatabaseOptions {
  /** Where to open it; by default the page's own place, looked for when it is needed. */
  factory?: IDBFactory;
  name?: string;
  /** Milliseconds until opening counts as failed. */
  timeout?: number;
  steps?: typeof migrations;
  /** There was no database, it has just been made. */
  onCreated?(): void;
  /** A newer version of the app wants the database; this connection is closed already. */
  onSuperseded?(): void;
  /** The browser has closed the connection. */
  onLost?(): void;
}

/** Milliseconds given to another tab to let go of an older version. */
const patience = 1500;

/**
 * Opens the database and brings it to the newest version; all steps of that are one transaction, so a failed one leaves
 * the old database.
 * @throws {StorageError} `refused`, `timeout`, `blocked`, `future`, `quota`, `lost`, `failed`
 */
export function openDatabase({
  name = 'leitstern',
  timeout = 5000,
  steps = migrations,
  factory,
  ...on
}: DatabaseOptions = {}): Promise<Database> {
  return new Promise((resolve, reject) => {
    let over = false;
    const giveUp = (error: unknown) => {
      over = true;
      clearTimeout(timer);
      reject(storageError(error, 'open'));
    };
    const limit = (fault: StorageFault, ms: number) => setTimeout(() => giveUp(new StorageError(fault)), ms);
    let timer = limit('timeout', timeout);
    const restart = (fault: StorageFault, ms: number) => {
      clearTimeout(timer);
      timer = limit(fault, ms);
    };

    try {
      // Absent, null, or a getter that throws, by browser and policy.
      const place = factory ?? globalThis.indexedDB;
      if (!place) throw new StorageError('refused');
      openIn<Schema>(place, name, steps.length, {
        upgrade(db, from, _to, transaction) {
          transaction.done.catch(() => {});
          try {
            // Nothing is to happen to the database after this tab has said that it did not.
            if (over) throw new StorageError('timeout');
            restart('timeout', timeout);
            for (const step of steps.slice(from)) step(db, transaction);
            if (from === 0) on.onCreated?.();
          } catch (error) {
            transaction.abort();
            giveUp(error);
          }
        },
        blocked() {
          restart('blocked', Math.min(patience, timeout));
        },
        blocking(_from, to, event) {
          (event.target as IDBDatabase).close();
          // Without a version somebody deletes it.
          if (to !== null) on.onSuperseded?.();
        },
        terminated() {
          on.onLost?.();
        },
      }).then((db) => {
        if (over) return db.close();
        over = true;
        clearTimeout(timer);
        resolve(db);
      }, giveUp);
    } catch (error) {
      giveUp(error);
    }
  });
}
