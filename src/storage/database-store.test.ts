import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../domain/answer';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { openDatabase, type DatabaseOptions } from './db';
import { anAnswer } from './facts.fixture';
import { migrations, type Database } from './migrations';
import { StorageError } from './store';
import { storeContract } from './store.contract';

let names = 0;
const newName = () => `test-${++names}`;

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('the database store', () => storeContract(async () => new DatabaseStore(new Connection({ name: newName() }))));

/** A store whose connections the test can reach. */
function watched(name = newName()) {
  const connections: Database[] = [];
  const open = vi.fn(async (options?: DatabaseOptions) => {
    const db = await openDatabase(options);
    connections.push(db);
    return db;
  });
  const onLost = vi.fn();
  const onSuperseded = vi.fn();
  const connection = new Connection({ name, onLost, onSuperseded }, open);
  return { store: new DatabaseStore(connection), open, connections, onLost, onSuperseded, name };
}

const forceClose = (db: Database) => forceCloseDatabase(unwrap(db) as never);

test('another start finds what was written', async () => {
  const { store, name } = watched();
  await store.append(anAnswer());
  store.close();
  expect(await watched(name).store.answers()).toEqual([anAnswer()]);
});

test('row 2: every write asks for the disk', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const { store } = watched();
  await store.append(anAnswer());
  await store.merge({ answers: [anAnswer()], notes: [] });
  await store.clear();
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual(Array(3).fill({ durability: 'strict' }));
  asked.mockRestore();
});

test('a merge of many that fails late leaves nothing behind', async () => {
  const { store } = watched();
  const answers = Array.from({ length: 250 }, (_, n) => anAnswer({ id: String(n) }));
  const notToBeCopied = { ...answers[220]!, marks: () => {} } as unknown as Answer;
  await expect(store.merge({ answers: answers.with(220, notToBeCopied), notes: [] })).rejects.toBeInstanceOf(
    StorageError,
  );
  expect(await store.count()).toBe(0);
  expect(await store.merge({ answers, notes: [] })).toEqual({ answers: 250, notes: 0 });
  expect(await store.count()).toBe(250);
});

test('row 5: after a forced close the next write opens again, and nothing is lost', async () => {
  const { store, connections, onLost } = watched();
  await store.append(anAnswer({ id: '1' }));
  forceClose(connections[0]!);
  await store.append(anAnswer({ id: '2' }));
  expect((await store.answers()).map(({ id }) => id)).toEqual(['1', '2']);
  expect(connections).toHaveLength(2);
  expect(onLost).toHaveBeenCalledOnce();
});

test('row 5: a forced close in the middle of a write repeats it', async () => {
  const { store, connections } = watched();
  await store.append(anAnswer({ id: '1' }));
  const writing = store.append(anAnswer({ id: '2' }));
  await Promise.resolve();
  forceClose(connections[0]!);
  await writing;
  expect((await store.answers()).map(({ id }) => id)).toEqual(['1', '2']);
});

test('row 5: many that lose one connection share the next', async () => {
  const { store, connections } = watched();
  await store.append(anAnswer({ id: '0' }));
  const ids = Array.from({ length: 9 }, (_, n) => String(n + 1));
  const writing = Promise.all(ids.map((id) => store.append(anAnswer({ id }))));
  await Promise.resolve();
  forceClose(connections[0]!);
  await writing;
  expect((await store.answers()).map(({ id }) => id)).toEqual(['0', ...ids]);
  expect(connections).toHaveLength(2);
});

test('row 5: one that loses a connection late takes the next that is open already', async () => {
  const open = vi.fn(openDatabase);
  const connection = new Connection({ name: newName() }, open);
  let fail = (_: unknown) => {};
  const late = new Promise<never>((_, reject) => (fail = reject));
  const work = vi.fn(async (db: Database) => db.version);
  const second = connection.use(vi.fn(work).mockReturnValueOnce(late));
  await connection.use(vi.fn(work).mockRejectedValueOnce(new DOMException('', 'AbortError')));
  fail(new DOMException('', 'AbortError'));
  await second;
  await connection.use(work);
  expect(open).toHaveBeenCalledTimes(2);
});

test.each([
  ['lost', () => new DOMException('Connection to Indexed Database server lost. Refresh the page', 'UnknownError')],
  ['lost', () => new DOMException('The database connection is closing.', 'InvalidStateError')],
  ['failed', () => new DOMException('Internal error.', 'UnknownError')],
  ['failed', () => new DOMException('', 'AbortError')],
] as const)('row 3: a connection that stays lost is reported as %s, after one more try', async (fault, error) => {
  const transaction = vi.fn(() => {
    throw error();
  });
  const open = vi.fn(async () => {
    const db = await openDatabase({ name: newName() });
    Object.assign(unwrap(db), { transaction });
    return db;
  });
  const store = new DatabaseStore(new Connection({}, open));
  await expect(store.append(anAnswer())).rejects.toMatchObject({ name: 'StorageError', fault });
  expect(transaction).toHaveBeenCalledTimes(2);
  expect(open).toHaveBeenCalledTimes(2);
});

test.each(['refused', 'timeout', 'failed'] as const)(
  'row 3: a connection that cannot be had again (%s) is lost',
  async (fault) => {
    const name = newName();
    const open = vi.fn(openDatabase);
    const store = new DatabaseStore(new Connection({ name }, open));
    await store.append(anAnswer());
    forceClose(await (open.mock.results[0]!.value as Promise<Database>));
    open.mockRejectedValueOnce(new StorageError(fault));
    await expect(store.answers()).rejects.toMatchObject({ fault: 'lost' });
    expect(await store.answers()).toEqual([anAnswer()]);
  },
);

test('a first opening that fails keeps its name, and is tried again', async () => {
  const open = vi.fn(openDatabase).mockRejectedValueOnce(new StorageError('refused'));
  const store = new DatabaseStore(new Connection({ name: newName() }, open));
  await expect(store.answers()).rejects.toMatchObject({ fault: 'refused' });
  expect(await store.answers()).toEqual([]);
});

test('row 11: site data cleared while open is told once, and then answers are kept again', async () => {
  const { store, connections, name } = watched();
  await store.append(anAnswer({ id: '1' }));
  forceClose(connections[0]!);
  await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
  await expect(store.append(anAnswer({ id: '2' }))).rejects.toMatchObject({ fault: 'gone' });
  await store.append(anAnswer({ id: '2' }));
  expect((await store.answers()).map(({ id }) => id)).toEqual(['2']);
});

test('row 11: a database that another tab deletes lets go at once', async () => {
  const { store, onSuperseded, name } = watched();
  await store.append(anAnswer({ id: '1' }));
  const deletion = indexedDB.deleteDatabase(name);
  deletion.onblocked = () => expect.unreachable();
  await new Promise((resolve) => (deletion.onsuccess = resolve));
  expect(onSuperseded).not.toHaveBeenCalled();
  await expect(store.answers()).rejects.toMatchObject({ fault: 'gone' });
});

test('row 13: a newer version gets the database at once, and this one writes no more', async () => {
  const { store, open, onSuperseded, name } = watched();
  await store.append(anAnswer({ id: '1' }));
  const writing = store.append(anAnswer({ id: '2' }));
  await Promise.resolve();
  const newer = await openDatabase({ name, steps: [...migrations, () => {}] });
  await writing;
  expect(onSuperseded).toHaveBeenCalledOnce();
  await expect(store.append(anAnswer({ id: '3' }))).rejects.toMatchObject({ fault: 'future' });
  expect(open).toHaveBeenCalledOnce();
  expect(await newer.getAllKeys('answers')).toEqual(['1', '2']);
});

test('row 14: a paused store holds nothing up, not in the middle of a write either, which is done afterwards', async () => {
  const { store, name } = watched();
  await store.append(anAnswer({ id: '1' }));
  const began = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const writing = store.append(anAnswer({ id: '2' }));
  while (!began.mock.calls.length) await Promise.resolve();
  began.mockRestore();
  store.pause();
  const other = watched(name).store;
  expect((await other.answers()).map(({ id }) => id)).toEqual(['1']);
  const reading = store.count();
  store.resume();
  await writing;
  expect(await reading).toBe(2);
  expect((await other.answers()).map(({ id }) => id)).toEqual(['1', '2']);
});

test('row 14: a paused store opens nothing until it is taken up again, also when it is told twice', async () => {
  const { store, open, name } = watched();
  await store.append(anAnswer({ id: '1' }));
  store.resume();
  store.pause();
  const reading = store.count();
  store.pause();
  expect(await watched(name).store.count()).toBe(1);
  expect(open).toHaveBeenCalledTimes(1);
  store.resume();
  expect(await reading).toBe(1);
  expect(open).toHaveBeenCalledTimes(2);
});

test('a closed store lets go of its connection', async () => {
  const { store, connections } = watched();
  await store.answers();
  store.close();
  await Promise.resolve();
  expect(() => connections[0]!.transaction('answers')).toThrow();
});

test('a write that was given up does not happen later', async () => {
  const name = newName();
  const other = await openDatabase({ name });
  let held = true;
  const holding = other.transaction('answers', 'readwrite');
  void (async () => {
    while (held) await holding.store.count();
  })();
  const store = new DatabaseStore(new Connection({ name }), 50);
  await expect(store.append(anAnswer())).rejects.toMatchObject({ fault: 'timeout' });
  held = false;
  await holding.done;
  expect(await store.answers()).toEqual([]);
});
