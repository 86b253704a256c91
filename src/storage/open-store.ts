import { openBucket } from './bucket';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import type { DatabaseOptions } from './db';
import { storageError } from './fault';
import { MemoryStore } from './memory-store';
import type { Store, StorageFault } from './store';
import { TwiceStore } from './twice-store';
import { within } from './within';

/** Milliseconds that a start waits for the copy where the original is new. */
const patience = 3000;

async function openCopy(options: DatabaseOptions): Promise<Store | undefined> {
  const factory = await openBucket('copy', patience);
  if (!factory) return undefined;
  const { name, steps, timeout } = options;
  return new DatabaseStore(
    new Connection({ factory, ...(name && { name }), ...(steps && { steps }), ...(timeout && { timeout }) }),
  );
}

/**
 * The database with its copy, or, where it cannot be had, memory and the trouble that stands in the way: the app then works
 * and says that nothing is kept. Settles within the time limits and never rejects.
 */
export async function openStore({ onBroken, ...options }: DatabaseOptions & { onBroken?: () => void } = {}): Promise<{
  store: Store;
  trouble?: StorageFault;
  /** For when everything has been read: the copy can only lack something then, and nobody waits for that. */
  heal?: () => Promise<void>;
}> {
  let created = false;
  const onCreated = () => {
    created = true;
    options.onCreated?.();
  };
  const connection = new Connection({ ...options, onCreated });
  try {
    await connection.get();
  } catch (error) {
    return { store: new MemoryStore(), trouble: storageError(error, 'open').fault };
  }
  const store = new TwiceStore(new DatabaseStore(connection, undefined, onBroken), openCopy(options));
  if (!created) return { store, heal: () => store.heal() };
  await within(store.heal(), patience).catch(() => {});
  return { store };
}
