import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database1, writeDatabase1 } from './database-1.fixture';
import { openDatabase } from './db';
import { readFuture } from './future';
import { migrations, type Migration } from './migrations';

const name = 'test';

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => void vi.useRealTimers());

const fakeTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
const turns = async (n = 20) => {
  for (let i = 0; i < n; i++) await new Promise(setImmediate);
};

async function contents(): Promise<unknown> {
  const { version, stores } = await readFuture({ name });
  return { version, ...stores };
}

/** A step that says which one it was. */
const step =
  (n: number, ran: number[]): Migration =>
  (db) => {
    ran.push(n);
    db.createObjectStore(`new-${n}` as 'packs', { keyPath: 'id' });
  };

test('row 17: the first release’s database is read as it was written', async () => {
  await writeDatabase1(name);
  const db = await openDatabase({ name });
  db.close();
  expect(await contents()).toEqual({ version: 1, ...database1 });
});

test('a new database has the schema of the first release’s', async () => {
  (await openDatabase({ name })).close();
  await writeDatabase1('golden');
  const schema = async (of: string) => {
    const db = await openDB(of);
    const transaction = db.transaction([...db.objectStoreNames]);
    const stores = [...db.objectStoreNames].map((each) => {
      const { keyPath, autoIncrement, indexNames } = transaction.objectStore(each);
      return { each, keyPath, autoIncrement, indexes: [...indexNames] };
    });
    await transaction.done;
    db.close();
    return stores;
  };
  expect(await schema(name)).toEqual(await schema('golden'));
});

test.each([
  ['nothing', 0, [2, 3]],
  ['version 1', 1, [2, 3]],
  ['version 2', 2, [3]],
  ['version 3', 3, []],
])('row 17: from %s every step in between is taken, in order and once', async (_, from, expected) => {
  const ran: number[] = [];
  const steps = [migrations[0]!, step(2, ran), step(3, ran)];
  if (from) await writeDatabase1(name);
  if (from > 1) (await openDatabase({ name, steps: steps.slice(0, from) })).close();
  ran.length = 0;
  const created = vi.fn();
  const db = await openDatabase({ name, steps, onCreated: created });
  expect(ran).toEqual(expected);
  expect(db.version).toBe(3);
  expect(created).toHaveBeenCalledTimes(from ? 0 : 1);
  db.close();
  const records = from ? database1 : { answers: [], notes: [], packs: [], settings: [] };
  expect(await contents()).toEqual({ version: 3, ...records, 'new-2': [], 'new-3': [] });
});

/** From every version, every step that is still to come. */
const crashes = [0, 1, 2].flatMap((from) => [1, 2, 3].filter((n) => n > from).map((n) => [n, from] as const));

test.each(crashes)('row 15: a step %i that fails leaves the old database, of version %i', async (failing, from) => {
  const make = (crashing: number): Migration[] => [
    (db, transaction) => {
      migrations[0]!(db, transaction);
      if (crashing === 1) throw new Error('crash');
    },
    ...[2, 3].map((n): Migration => (db, transaction) => {
      if (from)
        void transaction
          .objectStore('answers')
          .delete(database1.answers[0]!.id)
          .catch(() => {});
      step(n, [])(db, transaction);
      if (n === crashing) throw new Error('crash');
    }),
  ];
  if (from) await writeDatabase1(name);
  if (from > 1) (await openDatabase({ name, steps: make(0).slice(0, from) })).close();
  const before = from ? await contents() : undefined;
  const opening = openDatabase({ name, steps: make(failing) });
  await expect(opening).rejects.toMatchObject({ name: 'StorageError', fault: 'failed' });
  await turns();
  if (from) expect(await contents()).toEqual(before);
  else expect(await indexedDB.databases()).toEqual([]);
  const db = await openDatabase({ name, steps: make(0) });
  expect([db.version, [...db.objectStoreNames].length]).toEqual([3, 6]);
  db.close();
});

test('row 13: an old tab that does not let go is named within two seconds', async () => {
  await writeDatabase1(name);
  const old = await openDB(name, 1);
  fakeTimers();
  const opening = openDatabase({ name, steps: [...migrations, step(2, [])] });
  const refused = expect(opening).rejects.toMatchObject({ fault: 'blocked' });
  await turns();
  await vi.advanceTimersByTimeAsync(2000);
  await refused;
  old.close();
  await turns();
  expect(await contents()).toEqual({ version: 1, ...database1 });
});

test('row 13: an old tab that lets go a little later is waited for', async () => {
  await writeDatabase1(name);
  const old = await openDB(name, 1);
  fakeTimers();
  const opening = openDatabase({ name, steps: [...migrations, step(2, [])] });
  await turns();
  await vi.advanceTimersByTimeAsync(1000);
  old.close();
  await turns();
  expect((await opening).version).toBe(2);
});

test('row 13: once the old tab has let go, the steps have their own time', async () => {
  await writeDatabase1(name);
  const old = await openDB(name, 1);
  fakeTimers();
  let held = true;
  const slow: Migration = (_, transaction) => {
    const ask = (): unknown => held && transaction.objectStore('answers').count().then(ask);
    ask();
  };
  const opening = openDatabase({ name, steps: [...migrations, slow] });
  opening.catch(() => {});
  await turns();
  await vi.advanceTimersByTimeAsync(1000);
  old.close();
  await turns();
  await vi.advanceTimersByTimeAsync(4000);
  held = false;
  expect((await opening).version).toBe(2);
});

/** What `indexedDB.open` returns, to be settled by hand. */
class FakeRequest extends EventTarget {
  result = { close: vi.fn(), addEventListener: () => {} };
  error: DOMException | undefined;
}

function openingYields(request: FakeRequest): void {
  vi.stubGlobal('IDBRequest', FakeRequest);
  vi.stubGlobal('indexedDB', { open: () => request });
}

test('opening that never settles counts as failed, and is closed should it come late', async () => {
  fakeTimers();
  const request = new FakeRequest();
  openingYields(request);
  const refused = expect(openDatabase({ name, timeout: 3000 })).rejects.toMatchObject({ fault: 'timeout' });
  await vi.advanceTimersByTimeAsync(3000);
  await refused;
  request.dispatchEvent(new Event('success'));
  await turns();
  expect(request.result.close).toHaveBeenCalledOnce();
});

test('row 13: the connection is closed at once when a newer version wants in', async () => {
  const onSuperseded = vi.fn();
  await openDatabase({ name, onSuperseded });
  const newer = await openDatabase({ name, steps: [...migrations, step(2, [])] });
  expect(newer.version).toBe(2);
  expect(onSuperseded).toHaveBeenCalledOnce();
});

test.each([
  ['absent', undefined],
  ['null', null],
])('row 10: where IndexedDB is %s it is refused', async (_, value) => {
  vi.stubGlobal('indexedDB', value);
  await expect(openDatabase({ name })).rejects.toMatchObject({ fault: 'refused' });
  await expect(readFuture({ name })).rejects.toMatchObject({ fault: 'refused' });
});

test('row 10: where even asking for IndexedDB throws it is refused', async () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get() {
      throw new DOMException('', 'SecurityError');
    },
  });
  await expect(openDatabase({ name })).rejects.toMatchObject({ fault: 'refused' });
  await expect(readFuture({ name })).rejects.toMatchObject({ fault: 'refused' });
  Object.defineProperty(globalThis, 'indexedDB', own);
});

const failures = [
  ['SecurityError', 'refused'],
  ['InvalidStateError', 'refused'],
  ['QuotaExceededError', 'quota'],
  ['UnknownError', 'failed'],
] as const;

test.each(failures)('row 7: an opening that throws %s is %s', async (error, fault) => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('', error);
    },
  });
  await expect(openDatabase({ name })).rejects.toMatchObject({ name: 'StorageError', fault });
});

test.each(failures)('row 7: an opening that ends with %s is %s', async (error, fault) => {
  const request = new FakeRequest();
  request.error = new DOMException('', error);
  openingYields(request);
  setImmediate(() => request.dispatchEvent(new Event('error')));
  await expect(openDatabase({ name })).rejects.toMatchObject({ name: 'StorageError', fault });
});

test('row 16: a database of a newer version is left untouched and can be read whole', async () => {
  await writeDatabase1(name);
  const newer = await openDB(name, 2, {
    upgrade(db) {
      void db.createObjectStore('moments').put({ text: 'unknown here' }, 7);
    },
  });
  newer.close();
  const before = await contents();
  await expect(openDatabase({ name })).rejects.toMatchObject({ name: 'StorageError', fault: 'future' });
  expect(await readFuture({ name })).toEqual({
    version: 2,
    stores: { ...database1, moments: [[7, { text: 'unknown here' }]] },
  });
  expect(await contents()).toEqual(before);
});

test('row 16: reading lets go afterwards', async () => {
  await writeDatabase1(name);
  await readFuture({ name });
  const deletion = indexedDB.deleteDatabase(name);
  deletion.onblocked = () => expect.unreachable();
  await new Promise((resolve) => (deletion.onsuccess = resolve));
});

test('row 16: reading what is not there makes no database', async () => {
  await expect(readFuture({ name })).rejects.toMatchObject({ name: 'StorageError' });
  await turns();
  expect(await indexedDB.databases()).toEqual([]);
});

test('row 16: reading without an end counts as failed', async () => {
  fakeTimers();
  vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
  const reading = expect(readFuture({ name, timeout: 500 })).rejects.toMatchObject({ fault: 'timeout' });
  await vi.advanceTimersByTimeAsync(500);
  await reading;
});
