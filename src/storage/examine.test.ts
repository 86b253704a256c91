import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Facts } from '../domain/facts';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { database1, writeDatabase1 } from './database-1.fixture';
import { isSound } from './examine';
import { MemoryStore } from './memory-store';
import { TwiceStore } from './twice-store';
import { aBookmark, anAnswer, anyFacts, inOrder } from './facts.fixture';
import type { DatabaseStore as Store } from './database-store';

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

const name = 'leitstern';
const nothingFound = { quarantined: 0, discarded: 0, released: 0 };

async function holding(facts: Facts, onBroken = () => {}): Promise<Store> {
  const store = new DatabaseStore(new Connection({ name }), undefined, onBroken);
  await store.merge(facts);
  return store;
}

/** Writes past the app, as a bug or a damaged disk would. */
async function write(place: 'answers' | 'notes' | 'settings', value: unknown, key?: string): Promise<void> {
  const db = await openDB(name);
  await db.put(place, value, key);
  db.close();
}

const factsOf = async (store: Store): Promise<Facts> => ({
  answers: await store.answers(),
  notes: await store.notes(),
});
const some: Facts = { answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' })], notes: [aBookmark()] };

describe('row 9: a broken record', () => {
  test('is passed over by every reading, which says so; the rest is there', async () => {
    const onBroken = vi.fn();
    const store = await holding(some, onBroken);
    await factsOf(store);
    expect(onBroken).not.toHaveBeenCalled();
    await write('answers', { id: '1x', marks: 'none' });
    expect(await store.answers()).toEqual(some.answers);
    expect(onBroken).toHaveBeenCalledOnce();
    await write('notes', { id: 5, kind: new Date(0) });
    expect(await store.notes()).toEqual(some.notes);
    expect(onBroken).toHaveBeenCalledTimes(2);
  });

  test('is put aside as it was, and a second examination is clean', async () => {
    const store = await holding(some);
    const [answer, note] = [
      { id: '1x', marks: 'none' },
      { id: 7, text: new Map([[1, 2]]) },
    ];
    await write('answers', answer);
    await write('notes', note);
    await write('settings', { pack: 1 }, 'round');
    expect(await store.examine()).toEqual({ ...nothingFound, examined: 6, quarantined: 3 });
    const aside = [
      { store: 'answers', key: '1x', value: answer },
      { store: 'notes', key: 7, value: note },
      { store: 'settings', key: 'round', value: { pack: 1 } },
    ];
    expect(await store.setting('quarantine')).toEqual(aside);
    expect(await factsOf(store)).toEqual(some);
    expect(await store.examine()).toEqual({ ...nothingFound, examined: 3 });
    expect(await store.setting('quarantine')).toEqual(aside);
  });

  test('that is sound after all comes back, unless its place was taken', async () => {
    const store = await holding(some);
    const [back, taken] = [anAnswer({ id: '3' }), anAnswer({ id: '1', response: 'other' })];
    const aside = [back, taken].map((value) => ({ store: 'answers' as const, key: value.id, value }));
    await store.putSetting('quarantine', aside);
    expect(await store.examine()).toEqual({ ...nothingFound, examined: 3, released: 1 });
    expect(await store.answers()).toEqual([...some.answers, back]);
    expect(await store.setting('quarantine')).toEqual([aside[1]]);
  });

  test.each([[42], [{}], [[{ store: 'elsewhere' }]], [new Map()]])(
    'in the place of the quarantine itself is put aside too: %j',
    async (value) => {
      const store = await holding(some);
      await write('settings', value, 'quarantine');
      expect(await store.setting('quarantine')).toBeUndefined();
      expect(await store.examine()).toMatchObject({ quarantined: 1 });
      expect(await store.setting('quarantine')).toEqual([{ store: 'settings', key: 'quarantine', value }]);
      expect(await store.examine()).toMatchObject(nothingFound);
    },
  );

  test('comes back from the copy, where that has it sound', async () => {
    const copy = new MemoryStore();
    await copy.merge(some);
    const store = new TwiceStore(await holding(some), Promise.resolve(copy));
    await write('answers', { id: '2', marks: 'none' });
    await write('notes', { ...aBookmark(), at: 'now' });
    expect(await store.examine()).toMatchObject({ quarantined: 2 });
    expect({ answers: await store.answers(), notes: await store.notes() }).toEqual(some);
    expect(await store.setting('quarantine')).toHaveLength(2);
    expect(await store.examine()).toMatchObject(nothingFound);
  });

  test('does not keep a backup from being read', async () => {
    const store = await holding(some);
    const endless: Record<string, unknown> = { id: 'n', kind: 'moment' };
    endless['self'] = endless;
    await write('notes', endless);
    expect(await store.merge({ answers: [anAnswer({ id: '9' })], notes: [] })).toEqual({ answers: 1, notes: 0 });
  });

  test.each([[7], ['x'], [{}], [{ version: 1, progress: {} }], [{ version: 1, pack: 'p', progress: { answers: -1 } }]])(
    'in the place of the snapshot is as if there were none, and is thrown away: %j',
    async (value) => {
      const store = await holding(some);
      await write('settings', value, 'snapshot');
      expect(await store.setting('snapshot')).toBeUndefined();
      expect(await store.examine()).toMatchObject({ quarantined: 0, discarded: 1 });
      expect(await store.examine()).toMatchObject(nothingFound);
    },
  );
});

test('what the first release has written is sound', async () => {
  await writeDatabase1(name);
  const store = new DatabaseStore(new Connection({ name }));
  expect(await store.examine()).toMatchObject(nothingFound);
  expect(await factsOf(store)).toEqual({ answers: database1.answers, notes: database1.notes });
});

/** What may become of a record; each leaves none that the app could have written. */
const damage = fc.constantFrom<(record: Record<string, unknown>) => Record<string, unknown>>(
  ({ id }) => ({ id }),
  (record) => ({ ...record, at: Number.NaN }),
  (record) => ({ ...record, at: 'now' }),
  (record) => ({ ...record, pack: 5, text: 5, from: 5, day: 5 }),
  (record) => ({ ...record, more: new Date(0) }),
  (record) => ({ ...record, id: 12 }),
  (record) => ({ ...record, kind: 'poem', where: 'nowhere' }),
  (record) => Object.fromEntries(Object.entries(record).filter(([key]) => key === 'id' || !/^(at|marks)$/.test(key))),
  (record) => ({ ...record, marks: { customer: 9, business: -1 }, changed: null }),
  () => ({ id: new Date(5), self: new Map() }),
);

test('of 500 random corruptions every one is found, nothing else is touched, and the second run is clean', async () => {
  let corruptions = 0;
  await fc.assert(
    fc.asyncProperty(
      anyFacts,
      fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 9 }),
      async (facts, blows) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        const all = [
          ...facts.answers.map((record) => ({ place: 'answers' as const, record })),
          ...facts.notes.map((record) => ({ place: 'notes' as const, record })),
        ];
        const store = await holding(facts);
        const hit = new Map<string, { place: 'answers' | 'notes'; value: { id: IDBValidKey } }>();
        for (const [n, blow] of all.length ? blows : []) {
          const { place, record } = all[n % all.length]!;
          const value = blow({ ...record }) as { id: IDBValidKey };
          if (isSound({ store: place, key: value.id, value })) continue;
          const key = `${place} ${JSON.stringify(value.id)}`;
          await write(place, value);
          hit.set(key, { place, value });
        }
        corruptions += hit.size;
        expect(await store.examine()).toMatchObject({ quarantined: hit.size });
        const left = {
          answers: facts.answers.filter(({ id }) => !hit.has(`answers ${JSON.stringify(id)}`)),
          notes: facts.notes.filter(({ id }) => !hit.has(`notes ${JSON.stringify(id)}`)),
        };
        expect(await factsOf(store)).toEqual(inOrder(left));
        expect(await store.examine()).toMatchObject(nothingFound);
        store.close();
      },
    ),
    { numRuns: 250, seed: 9 },
  );
  expect(corruptions).toBeGreaterThan(500);
}, 30_000);
