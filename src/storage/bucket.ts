import { within } from './within';

interface Buckets {
  open(name: string, options: { persisted: boolean; durability: 'strict' }): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * A place beside the page's own storage with files of its own; goes with it when the person clears the site's data.
 * `undefined` where the browser knows no buckets, which are those that need none (`twice-store.ts`).
 * @param limit milliseconds
 * @throws where the browser has buckets and does not give one
 */
export async function openBucket(name: string, limit: number): Promise<IDBFactory | undefined> {
  const { storageBuckets } = (globalThis.navigator ?? {}) as { storageBuckets?: Buckets };
  if (!storageBuckets) return undefined;
  const bucket = await within(storageBuckets.open(name, { persisted: true, durability: 'strict' }), limit);
  return bucket.indexedDB;
}
