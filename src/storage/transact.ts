import type { IDBPTransaction } from 'idb';
import type { Database, Schema, StoreName } from './migrations';
import { within } from './within';

export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreName[], Mode>;

interface Terms {
  durability?: IDBTransactionDurability;
  /** Undoes the work at once. */
  signal?: AbortSignal;
}

const isAbort = (error: unknown) => error instanceof Error && error.name === 'AbortError';

/**
 * Does work in one transaction; fulfilled once it is complete, which for a write means: on the disk (`strict`, because
 * by default a power cut takes the last seconds).
 * @param work awaits nothing but requests of its transaction; if it fails, nothing of it stays
 * @param limit milliseconds
 * @throws {StorageError} `timeout`
 * @throws {DOMException} `AbortError` by the signal, else the transaction's or the request's
 */
export async function transact<T, Mode extends 'readonly' | 'readwrite'>(
  db: Database,
  stores: StoreName[],
  mode: Mode,
  limit: number,
  work: (transaction: Transaction<Mode>) => Promise<T>,
  { durability = 'strict', signal }: Terms = {},
): Promise<T> {
  const transaction = db.transaction(stores, mode, { durability });
  const abort = () => {
    try {
      transaction.abort();
    } catch {
      // It is over already.
    }
  };
  // Not by the transaction's own events: a page that is left gets none.
  let undo = abort;
  const undone = new Promise<never>((_, reject) => {
    undo = () => {
      abort();
      reject(new DOMException('undone', 'AbortError'));
    };
  });
  signal?.addEventListener('abort', undo);
  // Async, because a request may also throw.
  const worked = (async () => work(transaction))();
  worked.catch(abort);
  const settled = Promise.race([Promise.allSettled([worked, transaction.done]), undone]);
  const over = within(settled, limit, abort).finally(() => signal?.removeEventListener('abort', undo));
  const [result, end] = await over;
  if (result.status === 'fulfilled' && end.status === 'fulfilled') return result.value;
  // An abort fails the other of the two as well, by a mere AbortError; the reason of it is told by one of the three.
  const reasons = [result, end].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  throw [...reasons, transaction.error].find((reason) => reason && !isAbort(reason)) ?? reasons[0];
}
