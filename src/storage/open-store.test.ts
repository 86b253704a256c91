import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeDatabase1, database1 } from './database-1.fixture';
import { anAnswer } from './facts.fixture';
import { readFuture } from './future';
import { migrations } from './migrations';
import { openStore } from './open-store';

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => void vi.useRealTimers());

/** The app goes on, and everything works but being kept. */
async function expectMemory({ store, trouble }: Awaited<ReturnType<typeof openStore>>, expected: string) {
  expect({ kind: store.kind, trouble }).toEqual({ kind: 'memory', trouble: expected });
  await store.append(anAnswer());
  expect(await store.answers()).toEqual([anAnswer()]);
}

test('the database, where it can be had', async () => {
  await writeDatabase1('leitstern');
  const { store, trouble } = await openStore();
  expect({ kind: store.kind, trouble }).toEqual({ kind: 'database', trouble: undefined });
  expect(await store.answers()).toEqual(database1.answers);
  expect(await store.notes()).toEqual(database1.notes);
  expect(await store.setting('backup')).toEqual({ at: 1772359500000, answers: 1 });
});

test('row 7: with the disk full at opening, memory', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('', 'QuotaExceededError');
    },
  });
  await expectMemory(await openStore(), 'quota');
});

test('row 10: without IndexedDB, memory', async () => {
  vi.stubGlobal('indexedDB', undefined);
  await expectMemory(await openStore(), 'refused');
});

test('row 7: storage that never answers, memory in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
  const opening = openStore();
  await vi.advanceTimersByTimeAsync(5000);
  await expectMemory(await opening, 'timeout');
});

test('row 13: an old tab that does not let go, memory', async () => {
  await writeDatabase1('leitstern');
  await openDB('leitstern', 1);
  await expectMemory(await openStore({ steps: [...migrations, () => {}], timeout: 50 }), 'blocked');
});

test('row 16: a database of a newer version, memory, and it stays as it is', async () => {
  await writeDatabase1('leitstern');
  (await openDB('leitstern', 2)).close();
  await expectMemory(await openStore(), 'future');
  expect(await readFuture()).toEqual({ version: 2, stores: database1 });
});
