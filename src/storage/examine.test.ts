import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Facts } from '../domain/facts';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { blowsTo } from './damage.fixture';
import { database1, writeDatabase1 } from './database-1.fixture';
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

/** By the soak, which wants more of them and others each time. */
const { SOAK_RUNS: runs = '250', SOAK_SEED: seed = '9' } = process.env;

const damaged = anyFacts.chain((facts) => fc.tuple(fc.constant(facts), blowsTo(facts)));

test(
  'of 500 random corruptions every one is found, nothing else is touched, and the second run is clean',
  async () => {
    let corruptions = 0;
    await fc.assert(
      fc.asyncProperty(damaged, async ([facts, blows]) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        const store = await holding(facts);
        await store.putSetting('round', null);
        await write('settings', { of: 'a later version' }, 'unknown');
        const hit = new Map<string, unknown>();
        for (const { store: place, key, value } of blows) {
          await write(place, value, place === 'settings' ? String(key) : undefined);
          hit.set(`${place} ${JSON.stringify(key)}`, { store: place, key, value });
        }
        corruptions += hit.size;
        // It is derived: nobody needs it back.
        const discarded = hit.delete('settings "snapshot"') ? 1 : 0;
        expect(await store.examine()).toMatchObject({ quarantined: hit.size, discarded });
        const aside = (await store.setting('quarantine')) ?? [];
        expect(aside).toHaveLength(hit.size);
        expect(aside).toEqual(expect.arrayContaining([...hit.values()]));
        const left = {
          answers: facts.answers.filter(({ id }) => !hit.has(`answers ${JSON.stringify(id)}`)),
          notes: facts.notes.filter(({ id }) => !hit.has(`notes ${JSON.stringify(id)}`)),
        };
        expect(await factsOf(store)).toEqual(inOrder(left));
        expect(await store.setting('round')).toBe(hit.has('settings "round"') ? undefined : null);
        expect(await store.setting('unknown' as 'round')).toEqual({ of: 'a later version' });
        expect(await store.examine()).toMatchObject(nothingFound);
        store.close();
      }),
      { numRuns: Number(runs), seed: Number(seed) },
    );
    expect(corruptions).toBeGreaterThanOrEqual(2 * Number(runs));
  },
  30_000 + 100 * Number(runs),
);
