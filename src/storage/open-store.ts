import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import type { DatabaseOptions } from './db';
import { storageError } from './fault';
import { MemoryStore } from './memory-store';
import type { Store, StorageFault } from './store';

/**
 * The database, or, where it cannot be had, memory and the trouble that stands in the way: the app then works and says
 * that nothing is kept. Settles within the time limit and never rejects.
 */
export async function openStore(options?: DatabaseOptions): Promise<{ store: Store; trouble?: StorageFault }> {
  const connection = new Connection(options);
  try {
    await connection.get();
    return { store: new DatabaseStore(connection) };
  } catch (error) {
    return { store: new MemoryStore(), trouble: storageError(error, 'open').fault };
  }
}
