import type { Page } from 'playwright';
import type { Host } from './host.ts';

/** The app's database as it lies there, seen from a page of its origin. */
export interface Stored {
  version: number;
  stores: Record<string, unknown[]>;
}

export const readDatabase = (page: Page): Promise<Stored> =>
  page.evaluate(async () => {
    const open = indexedDB.open('leitstern');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const db = open.result;
    const stores = [...db.objectStoreNames].map(async (name) => {
      const request = db.transaction(name).objectStore(name).getAll() as IDBRequest<unknown[]>;
      await new Promise((resolve) => (request.onsuccess = resolve));
      return [name, request.result] as const;
    });
    const stored = { version: db.version, stores: Object.fromEntries(await Promise.all(stores)) };
    db.close();
    return stored;
  });

/** A page of the origin without the app. */
export async function besideTheApp(page: Page, host: Host): Promise<void> {
  host.intercept(({ path }) =>
    path === 'empty'
      ? { headers: { 'content-type': 'text/html' }, body: '<link rel="icon" href="data:,">' }
      : undefined,
  );
  await page.goto('./empty');
}

/** Makes the database that a much later version of the app would leave. */
export const makeFutureDatabase = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('leitstern', 99);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('answers', { keyPath: 'id' }).add({ id: 'from-the-future', mood: 'calm' });
      open.result.createObjectStore('dreams');
    };
    await new Promise((resolve) => (open.onsuccess = resolve));
    open.result.close();
  });
