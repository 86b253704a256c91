import type { IDBPTransaction } from 'idb';
import type { Database, Schema, StoreName } from './migrations';
import { within } from './within';

export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/**
 * Does work in one transaction; fulfilled once it is complete, which for a write means: on the disk (`strict`, because
 * by default a power cut takes the last seconds).
 * @param work awaits nothing but requests of its transaction; if it fails, nothing of it stays
 * @param limit milliseconds
 * @throws {StorageError} `timeout`
 * @throws {DOMException} the transaction's or the request's
 */
export async function transact<T, Mode extends 'readonly' | 'readwrite'>(
  db: Database,
  stores: StoreName[],
  mode: Mode,
  limit: number,
  work: (transaction: Transaction<Mode>) => Promise<T>,
  durability: IDBTransactionDurability = 'strict',
): Promise<T> {
  const transaction = db.transaction(stores, mode, { durability });
  const abort = () => {
    try {
      transaction.abort();
    } catch {
      // It is over already.
    }
  };
  // Async, because a request may also throw.
  const worked = (async () => work(transaction))();
  worked.catch(abort);
  const [result, end] = await within(Promise.allSettled([worked, transaction.done]), limit, abort);
  if (result.status === 'fulfilled' && end.status === 'fulfilled') return result.value;
  // An abort fails the other of the two as well, by a mere AbortError; the reason of it is told by one of the three.
  const reasons = [result, end].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  throw [...reasons, transaction.error].find((reason) => reason && !isAbort(reason)) ?? reasons[0];
}
