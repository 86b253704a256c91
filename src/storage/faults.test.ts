import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Facts, Settings } from '../domain/facts';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { aBookmark, anAnswer } from './facts.fixture';
import { faulty, type Fault } from './faulty.fixture';
import { StorageError, type Store } from './store';

/*
 * Every n-th storage call of every operation fails, once or from then on. Whatever happens: the promise settles, what it
 * claims is there after a restart, what was there before still is, a failed write is whole or not at all, and doing it
 * again without the fault brings it to the end, once.
 */

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

const plain = () => new DatabaseStore(new Connection());

type State = Facts & { backup: Settings['backup'] | undefined };

async function stateOf(store: Store): Promise<State> {
  return { answers: await store.answers(), notes: await store.notes(), backup: await store.setting('backup') };
}

const before: State = {
  answers: [anAnswer({ id: '1' })],
  notes: [aBookmark({ scenario: 'a/1' })],
  backup: { at: 1, answers: 1 },
};
const more: Facts = {
  answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' }), anAnswer({ id: '3' })],
  notes: [aBookmark({ scenario: 'a/2' })],
};

async function prepare(): Promise<void> {
  const store = plain();
  await store.merge(before);
  await store.putSetting('backup', before.backup!);
  store.close();
}

const writes: Record<string, { run: (store: Store) => Promise<unknown>; after: State }> = {
  append: {
    run: (store) => store.append(anAnswer({ id: '2' })),
    after: { ...before, answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' })] },
  },
  putNote: {
    run: (store) => store.putNote(aBookmark({ scenario: 'a/1', removed: true })),
    after: { ...before, notes: [aBookmark({ scenario: 'a/1', removed: true })] },
  },
  putSetting: {
    run: (store) => store.putSetting('backup', { at: 2, answers: 2 }),
    after: { ...before, backup: { at: 2, answers: 2 } },
  },
  merge: {
    run: (store) => store.merge(more),
    after: { ...before, answers: more.answers, notes: [...before.notes, ...more.notes] },
  },
  clear: { run: (store) => store.clear(), after: { answers: [], notes: [], backup: undefined } },
};

const reads: Record<string, { run: (store: Store) => Promise<unknown>; value: unknown }> = {
  answers: { run: (store) => store.answers(), value: before.answers },
  notes: { run: (store) => store.notes(), value: before.notes },
  setting: { run: (store) => store.setting('backup'), value: before.backup },
};

type Outcome = { value: unknown } | { error: unknown } | undefined;

/** Lets storage and, where it stands still, the clock go on until the promise settles; `undefined` if it does not. */
async function settled(promise: Promise<unknown>, seconds = 12): Promise<Outcome> {
  let outcome: Outcome;
  promise.then(
    (value) => (outcome = { value }),
    (error: unknown) => (outcome = { error }),
  );
  for (let second = 0; second <= seconds; second++) {
    for (let turn = 0; turn < 40 && !outcome; turn++) await new Promise(setImmediate);
    if (outcome) return outcome;
    await vi.advanceTimersByTimeAsync(1000);
  }
  return outcome;
}

async function callsOf(run: (store: Store) => Promise<unknown>): Promise<number> {
  await prepare();
  const { open, count } = faulty('abort', () => false);
  const store = new DatabaseStore(new Connection({}, open));
  await run(store);
  store.close();
  vi.stubGlobal('indexedDB', new IDBFactory());
  return count.calls;
}

async function attempt(run: (store: Store) => Promise<unknown>, fault: Fault, fails: (call: number) => boolean) {
  await prepare();
  const store = new DatabaseStore(new Connection({}, faulty(fault, fails).open));
  const outcome = await settled(run(store));
  store.close();
  return outcome;
}

/** Once: only that call. On: that and all after it. */
const spans = { once: (n: number) => (call: number) => call === n, on: (n: number) => (call: number) => call >= n };

/** What is said, by fault; an abort without a reason is healed where it does not come back. */
const said: Record<Fault, string> = { abort: 'failed', quota: 'quota', never: 'timeout' };
const rows: Record<Fault, string> = { abort: 'row 4', quota: 'row 6', never: 'rows 4 and 7' };

for (const fault of ['abort', 'quota', 'never'] as const) {
  for (const [span, from] of Object.entries(spans)) {
    describe(`${rows[fault]}: ${fault}, ${span}`, () => {
      test.each(Object.entries(writes))('%s, at every storage call', async (_, { run, after }) => {
        const calls = await callsOf(run);
        expect(calls).toBeGreaterThanOrEqual(3);
        for (let n = 0; n < calls; n++) {
          vi.stubGlobal('indexedDB', new IDBFactory());
          const outcome = await attempt(run, fault, from(n));
          expect(outcome, `call ${n} settles`).toBeDefined();
          const held = await stateOf(plain());
          if (outcome && 'error' in outcome) {
            expect(outcome.error).toBeInstanceOf(StorageError);
            expect(outcome.error).toMatchObject({ fault: said[fault] });
            // A call that is never heard of may have been done.
            expect(fault === 'never' ? [before, after] : [before], `call ${n} is whole or not at all`).toContainEqual(
              held,
            );
          } else {
            expect(held, `call ${n} is kept as claimed`).toEqual(after);
          }
          if (fault !== 'abort' || span === 'on') expect(outcome, `call ${n} claims nothing`).toHaveProperty('error');
          await run(plain());
          expect(await stateOf(plain()), `call ${n} can be made up for`).toEqual(after);
        }
      });

      test.each(Object.entries(reads))('%s, at every storage call', async (_, { run, value }) => {
        const calls = await callsOf(run);
        for (let n = 0; n < calls; n++) {
          vi.stubGlobal('indexedDB', new IDBFactory());
          const outcome = await attempt(run, fault, from(n));
          expect(outcome, `call ${n} settles`).toBeDefined();
          if (outcome && 'error' in outcome) expect(outcome.error).toMatchObject({ fault: said[fault] });
          else expect(outcome).toEqual({ value });
          expect(await stateOf(plain())).toEqual(before);
        }
      });
    });
  }
}

test('row 6: with the quota full, what is there can be read', async () => {
  await prepare();
  const { open } = faulty('quota', (call) => call >= 3);
  const store = new DatabaseStore(new Connection({}, open));
  expect(await store.answers()).toEqual(before.answers);
  expect(await settled(store.append(anAnswer({ id: '2' })))).toMatchObject({ error: { fault: 'quota' } });
  expect(await stateOf(plain())).toEqual(before);
});

test('row 39: an import that crashes at any call and is done again is done once', async () => {
  const calls = await callsOf(writes['merge']!.run);
  for (let n = 0; n < calls; n++) {
    vi.stubGlobal('indexedDB', new IDBFactory());
    await attempt(writes['merge']!.run, 'quota', spans.on(n));
    expect(await stateOf(plain())).toEqual(before);
    expect(await plain().merge(more)).toEqual({ answers: 2, notes: 1 });
    expect(await plain().merge(more)).toEqual({ answers: 0, notes: 0 });
  }
});

test('a large import is given more time than a single answer', async () => {
  const { open } = faulty('never', () => true);
  const many = { answers: Array.from({ length: 10_000 }, (_, n) => anAnswer({ id: String(n) })), notes: [] };
  const merging = new DatabaseStore(new Connection({}, open)).merge(many);
  expect(await settled(merging, 13)).toBeUndefined();
  expect(await settled(merging, 2)).toMatchObject({ error: { fault: 'timeout' } });
});
