import { IDBOpenDBRequest } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { openDatabase, type DatabaseOptions } from './db';
import type { Database } from './migrations';

export type Fault = 'abort' | 'quota' | 'never';

const quota = () => new DOMException('', 'QuotaExceededError');
const never = <T>(): Promise<T> => new Promise(() => {});
const counted = ['count', 'get', 'getAll', 'getAllKeys', 'put', 'delete', 'clear'];

/**
 * `openDatabase` with every storage call counted, from 0: opening, the making of a transaction, each of its requests, its
 * end.
 * Those that `fails` picks go wrong as they do in browsers: a transaction is aborted under a request; the quota shows
 * only after the requests have succeeded; a call is never heard of again, although it may have been done.
 */
export function faulty(fault: Fault, fails: (call: number) => boolean) {
  const count = { calls: 0 };
  const strikes = () => fails(count.calls++);

  function faultyTransaction(make: () => unknown): unknown {
    if (strikes()) {
      if (fault === 'quota') throw quota();
      if (fault === 'abort') throw new DOMException('', 'AbortError');
      const dead = new Proxy({}, { get: (_, name) => (counted.includes(String(name)) ? never : dead) });
      return new Proxy(
        { done: never(), objectStoreNames: ['answers'], objectStore: () => dead, abort() {} },
        { get: (target, name) => Reflect.get(target, name) as unknown },
      );
    }
    const transaction = make() as ReturnType<Database['transaction']>;
    const raw = unwrap(transaction);
    let placed = 0;
    let overQuota = false;
    let endFails = false;

    function abort(): void {
      try {
        raw.abort();
      } catch {
        // It was struck before.
      }
    }

    /** After the last request: no more is placed in the microtasks that follow a success. */
    async function failTheEnd(): Promise<void> {
      const before = placed;
      for (let i = 0; i < 30; i++) await Promise.resolve();
      if (placed !== before) return;
      overQuota = fault === 'quota';
      abort();
    }

    /** As long as the page has not heard of a request, the browser does not commit. */
    function holdOpen(): void {
      try {
        raw.objectStore(raw.objectStoreNames[0]!).count().onsuccess = holdOpen;
      } catch {
        // It was aborted.
      }
    }

    const request = (call: () => Promise<unknown>): Promise<unknown> => {
      placed++;
      const struck = strikes();
      const result = call();
      if (struck && fault === 'never') {
        result.then(holdOpen, () => {});
        return never();
      }
      // What is placed in one go is placed before an abort can come.
      if (struck && fault === 'abort') queueMicrotask(abort);
      return result.then((value) => {
        if (struck) endFails = true;
        if (endFails && fault !== 'never') void failTheEnd();
        return value;
      });
    };

    const store = (name: string): unknown =>
      new Proxy(transaction.objectStore(name as 'answers'), {
        get: (target, method) => {
          const real = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
          return counted.includes(String(method))
            ? (...args: unknown[]) => request(() => real.apply(target, args))
            : real;
        },
      });

    let end: Promise<void> | undefined;
    const done = () => {
      end ??= (() => {
        endFails = strikes();
        const real = transaction.done.catch((error: unknown) => {
          throw overQuota ? quota() : error;
        });
        if (!endFails || fault !== 'never') return real;
        real.catch(() => {});
        return never<void>();
      })();
      return end;
    };

    return new Proxy(transaction, {
      get: (target, name) => {
        if (name === 'done') return done();
        if (name === 'objectStore') return store;
        const value = Reflect.get(target, name) as unknown;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  function failToOpen(): unknown {
    if (fault === 'never') return new IDBOpenDBRequest();
    throw fault === 'quota' ? quota() : new DOMException('', 'AbortError');
  }

  async function open(options?: DatabaseOptions): Promise<Database> {
    const db = await openDatabase(strikes() ? { ...options, factory: { open: failToOpen } as never } : options);
    return new Proxy(db, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        const call = (value as (...args: unknown[]) => unknown).bind(target);
        return name === 'transaction' ? (...args: unknown[]) => faultyTransaction(() => call(...args)) : call;
      },
    });
  }

  return { open, count };
}
