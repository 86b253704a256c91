import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { aBookmark, anAnswer } from './facts.fixture';
import { MemoryStore } from './memory-store';
import { openStore } from './open-store';
import { StorageError, type Store } from './store';
import { storeContract } from './store.contract';
import { TwiceStore } from './twice-store';

afterEach(() => void vi.unstubAllGlobals());

const twice = (original: Store, copy: Store) => new TwiceStore(original, Promise.resolve(copy), 20);

/** A store that does to each call what it is told to. */
const broken = (how: () => Promise<never>): Store =>
  new Proxy(new MemoryStore(), {
    get: (target, name) => (name in MemoryStore.prototype ? how : (Reflect.get(target, name) as unknown)),
  });
const refusing = () => broken(() => Promise.reject(new StorageError('failed')));
const silent = () => broken(() => new Promise(() => {}));

describe('with a copy', () => storeContract(async () => twice(new MemoryStore(), new MemoryStore())));
describe('without a copy', () =>
  storeContract(async () => new TwiceStore(new MemoryStore(), Promise.resolve(undefined))));

test('everything that is written is in the copy, too', async () => {
  const copy = new MemoryStore();
  const store = twice(new MemoryStore(), copy);
  await store.append(anAnswer({ id: '1' }));
  await store.putNote(aBookmark({ scenario: 'a/1' }));
  await store.merge({ answers: [anAnswer({ id: '2' })], notes: [] });
  expect(await copy.ids()).toEqual(['1', '2']);
  expect(await copy.answers()).toEqual(await store.answers());
  expect(await copy.notes()).toEqual([aBookmark({ scenario: 'a/1' })]);
});

test('an answer is called saved once the copy has it, too, which nothing else is written beside', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  let end = () => {};
  const append = copy.append.bind(copy);
  const copied = vi.spyOn(copy, 'append').mockImplementation(async (answer) => {
    await new Promise<void>((resolve) => (end = resolve));
    await append(answer);
  });
  const store = new TwiceStore(original, Promise.resolve(copy), 10_000);
  const said: string[] = [];
  const first = store.append(anAnswer({ id: '1' })).then(() => said.push('first'));
  const next = store.putNote(aBookmark()).then(() => said.push('next'));
  await vi.waitFor(() => expect(copied).toHaveBeenCalled());
  await new Promise((resolve) => setImmediate(resolve));
  expect(await original.count()).toBe(1);
  expect(await copy.count()).toBe(0);
  expect(await original.notes()).toEqual([]);
  expect(said).toEqual([]);
  end();
  await first;
  expect(await copy.count()).toBe(1);
  await next;
  expect(said).toEqual(['first', 'next']);
  expect(await original.notes()).toEqual([aBookmark()]);
});

test('an original that was thrown away comes back also where it holds as many others by then', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  for (const id of ['1', '2']) await copy.append(anAnswer({ id }));
  for (const id of ['3', '4']) await original.append(anAnswer({ id }));
  await twice(original, copy).heal();
  expect(await original.ids()).toEqual(['1', '2', '3', '4']);
  expect(await copy.ids()).toEqual(['1', '2', '3', '4']);
});

test('what is removed while it is being healed stays removed', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  await copy.merge({ answers: [anAnswer({ id: '1' })], notes: [aBookmark()] });
  const store = twice(original, copy);
  const healed = store.heal();
  await store.clear();
  await healed;
  expect([await original.answers(), await original.notes()]).toEqual([[], []]);
  expect([await copy.answers(), await copy.notes()]).toEqual([[], []]);
});

test('an original that was thrown away comes back from the copy, and a copy from the original', async () => {
  const full = new MemoryStore();
  await full.merge({ answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' })], notes: [aBookmark()] });
  const empty = [new MemoryStore(), new MemoryStore()] as const;
  await twice(empty[0], full).heal();
  await twice(full, empty[1]).heal();
  for (const store of empty) {
    expect(await store.answers()).toEqual(await full.answers());
    expect(await store.notes()).toEqual(await full.notes());
  }
});

test('a note that only the copy has comes back, also where there is no answer', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  await copy.putNote(aBookmark());
  await twice(original, copy).heal();
  expect(await original.notes()).toEqual([aBookmark()]);
});

test.each([
  ['refuses', refusing],
  ['never answers', silent],
])('a copy that %s keeps nothing from being saved, and is asked once', async (_, make) => {
  const copy = make();
  const append = vi.spyOn(copy, 'append');
  const store = twice(new MemoryStore(), copy);
  await store.append(anAnswer({ id: '1' }));
  await store.append(anAnswer({ id: '2' }));
  expect(await store.count()).toBe(2);
  expect(append.mock.calls.length).toBeLessThanOrEqual(1);
});

test('what the original refuses is not saved, whatever the copy could do', async () => {
  const copy = new MemoryStore();
  await expect(twice(refusing(), copy).append(anAnswer())).rejects.toMatchObject({ fault: 'failed' });
  expect(await copy.count()).toBe(0);
});

test('nothing is removed where the copy would bring it back', async () => {
  const original = new MemoryStore();
  await original.append(anAnswer());
  await expect(twice(original, refusing()).clear()).rejects.toBeInstanceOf(StorageError);
  const unreachable = new TwiceStore(original, Promise.reject(new StorageError('timeout')));
  await expect(unreachable.clear()).rejects.toBeInstanceOf(StorageError);
  expect(await original.count()).toBe(1);
});

test('row 8: a database that the browser threw away is back at the next start, before anything is read', async () => {
  const bucket = { indexedDB: new IDBFactory() };
  vi.stubGlobal('navigator', { storageBuckets: { open: async () => bucket } });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const before = (await openStore()).store;
  await before.append(anAnswer());
  const copy = new DatabaseStore(new Connection({ factory: bucket.indexedDB }));
  expect(await copy.count()).toBe(1);
  before.close();
  vi.stubGlobal('indexedDB', new IDBFactory());
  expect(await (await openStore()).store.answers()).toEqual([anAnswer()]);
});

test('both are left, taken up again and closed together; without a copy there is only the one', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  const acts = ['pause', 'resume', 'close'] as const;
  const spies = [original, copy].flatMap((store) => acts.map((act) => vi.spyOn(store, act)));
  for (const store of [twice(original, copy), new TwiceStore(original, Promise.resolve(undefined))])
    for (const act of acts) store[act]();
  await vi.waitFor(() => spies.slice(3).forEach((spy) => expect(spy).toHaveBeenCalledTimes(1)));
  spies.slice(0, 3).forEach((spy) => expect(spy).toHaveBeenCalledTimes(2));
});

test('a check looks at the copy, too, and brings back from it what was broken in the original', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  await copy.merge({ answers: [anAnswer()], notes: [] });
  const examined = vi.spyOn(copy, 'examine');
  await twice(original, copy).examine();
  expect(examined).toHaveBeenCalledTimes(1);
  expect(await original.answers()).toEqual([anAnswer()]);
});

test('where nothing is missing, no answer is read to heal', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  for (const store of [original, copy]) await store.append(anAnswer());
  const read = [vi.spyOn(original, 'answers'), vi.spyOn(copy, 'answers'), vi.spyOn(original, 'merge')];
  await twice(original, copy).heal();
  for (const spy of read) expect(spy).not.toHaveBeenCalled();
});

test('many answers that one of the two lacks come some at a time', async () => {
  const [original, copy] = [new MemoryStore(), new MemoryStore()];
  const answers = Array.from({ length: 5000 }, (_, n) => anAnswer({ id: String(n).padStart(4, '0') }));
  await original.merge({ answers: answers.slice(10), notes: [] });
  await copy.merge({ answers: answers.slice(0, 20), notes: [] });
  const merged = vi.spyOn(copy, 'merge');
  await twice(original, copy).heal();
  expect(await original.answers()).toEqual(answers);
  expect(await copy.answers()).toEqual(answers);
  for (const [{ answers }] of merged.mock.calls) expect(answers.length).toBeLessThanOrEqual(2010);
});

test('the copy lies in a bucket of its own, under the name that it always had', async () => {
  const open = vi.fn(async () => ({ indexedDB: new IDBFactory() }));
  vi.stubGlobal('navigator', { storageBuckets: { open } });
  vi.stubGlobal('indexedDB', new IDBFactory());
  await openStore();
  expect(open).toHaveBeenCalledWith('copy', expect.anything());
});

test('after everything was removed nothing comes back', async () => {
  const bucket = { indexedDB: new IDBFactory() };
  vi.stubGlobal('navigator', { storageBuckets: { open: async () => bucket } });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const { store } = await openStore();
  await store.append(anAnswer());
  await store.clear();
  vi.stubGlobal('indexedDB', new IDBFactory());
  expect(await (await openStore()).store.answers()).toEqual([]);
});

test('where there was a database, the copy is filled once that is asked for', async () => {
  const bucket = { indexedDB: new IDBFactory() };
  vi.stubGlobal('navigator', { storageBuckets: { open: async () => bucket } });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const first = await openStore();
  expect(first.heal).toBeUndefined();
  await first.store.append(anAnswer());
  first.store.close();
  bucket.indexedDB = new IDBFactory();
  const copied = () => new DatabaseStore(new Connection({ factory: bucket.indexedDB })).count();
  const { heal } = await openStore();
  expect(await copied()).toBe(0);
  await heal!();
  expect(await copied()).toBe(1);
});
