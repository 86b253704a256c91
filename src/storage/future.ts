import { openDB } from 'idb';
import { storageError } from './fault';
import { StorageError } from './store';
import { within } from './within';

/** A database as it is, for whoever will know what it means. */
export interface RawDatabase {
  version: number;
  /** For each store its records; of a store without a key path the keys and the values, in pairs. */
  stores: Record<string, unknown[]>;
}

async function dump(name: string): Promise<RawDatabase> {
  const db = await openDB(name, undefined, {
    // Opening without a version would make an empty database where there is none.
    upgrade(_db, _from, _to, transaction) {
      transaction.done.catch(() => {});
      transaction.abort();
    },
  });
  try {
    const names = [...db.objectStoreNames];
    const stores: RawDatabase['stores'] = {};
    if (names.length) {
      const transaction = db.transaction(names);
      for (const each of names) {
        const store = transaction.objectStore(each);
        const values: unknown[] = await store.getAll();
        const keys = store.keyPath === null ? await store.getAllKeys() : undefined;
        stores[each] = keys ? keys.map((key, i) => [key, values[i]]) : values;
      }
      await transaction.done;
    }
    return { version: db.version, stores };
  } finally {
    db.close();
  }
}

/**
 * Everything in a database whose version this app does not know, read and left as it is.
 * @throws {StorageError} `failed` also where there is none
 */
export async function readFuture({ name = 'leitstern', timeout = 10_000 } = {}): Promise<RawDatabase> {
  try {
    if (!globalThis.indexedDB) throw new StorageError('refused');
    return await within(dump(name), timeout);
  } catch (error) {
    throw storageError(error, 'open');
  }
}
