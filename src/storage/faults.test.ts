import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { anAnswer } from './facts.fixture';
import { before, more, prepare, said, settled, spans, stateOf, writes } from './faults.fixture';
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

const reads: Record<string, { run: (store: Store) => Promise<unknown>; value: unknown }> = {
  answers: { run: (store) => store.answers(), value: before.answers },
  'answers after one': { run: (store) => store.answers('1'), value: [] },
  count: { run: (store) => store.count(), value: before.count },
  notes: { run: (store) => store.notes(), value: before.notes },
  setting: { run: (store) => store.setting('backup'), value: before.backup },
};

async function callsOf(run: (store: Store) => Promise<unknown>): Promise<number> {
  await prepare(plain());
  const { open, count } = faulty('abort', () => false);
  const store = new DatabaseStore(new Connection({}, open));
  await run(store);
  store.close();
  vi.stubGlobal('indexedDB', new IDBFactory());
  return count.calls;
}

async function attempt(run: (store: Store) => Promise<unknown>, fault: Fault, fails: (call: number) => boolean) {
  await prepare(plain());
  const store = new DatabaseStore(new Connection({}, faulty(fault, fails).open));
  const outcome = await settled(run(store));
  store.close();
  return outcome;
}

const rows: Record<Fault, string> = { abort: 'row 4', quota: 'row 6', never: 'rows 4 and 7' };

for (const fault of ['abort', 'quota', 'never'] as const) {
  for (const [span, from] of Object.entries(spans)) {
    describe(`${rows[fault]}: ${fault}, ${span}`, () => {
      test.each(Object.entries(writes))('%s, at every storage call', async (_, { run, after }) => {
        const calls = await callsOf(run);
        expect(calls).toBeGreaterThanOrEqual(4);
        for (let n = 0; n < calls; n++) {
          vi.stubGlobal('indexedDB', new IDBFactory());
          const outcome = await attempt(run, fault, from(n));
          expect(outcome, `call ${n} settles`).toBeDefined();
          const held = await stateOf(plain());
          if (outcome && 'error' in outcome) {
            expect(outcome.error).toBeInstanceOf(StorageError);
            expect(outcome.error).toMatchObject({ fault: expect.stringMatching(said[fault]) as string });
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
          if (outcome && 'error' in outcome)
            expect(outcome.error).toMatchObject({ fault: expect.stringMatching(said[fault]) as string });
          else expect(outcome).toEqual({ value });
          expect(await stateOf(plain())).toEqual(before);
        }
      });
    });
  }
}

test('row 6: with the quota full, what is there can be read', async () => {
  await prepare(plain());
  const { open } = faulty('quota', (call) => call >= 4);
  const store = new DatabaseStore(new Connection({}, open));
  expect(await store.answers()).toEqual(before.answers);
  expect(await settled(store.append(anAnswer({ id: '2' })))).toMatchObject({ error: { fault: 'quota' } });
  expect(await stateOf(plain())).toEqual(before);
});

test('row 39: an import that crashes at any call and is done again is done once', async () => {
  const calls = await callsOf(writes.merge.run);
  for (let n = 0; n < calls; n++) {
    vi.stubGlobal('indexedDB', new IDBFactory());
    await attempt(writes.merge.run, 'quota', spans.on(n));
    expect(await stateOf(plain())).toEqual(before);
    expect(await plain().merge(more)).toEqual({ answers: 2, notes: 1 });
    expect(await plain().merge(more)).toEqual({ answers: 0, notes: 0 });
  }
});

test('a large import is given more time than a single answer', async () => {
  const { open } = faulty('never', (call) => call > 0);
  const many = { answers: Array.from({ length: 10_000 }, (_, n) => anAnswer({ id: String(n) })), notes: [] };
  const merging = new DatabaseStore(new Connection({}, open)).merge(many);
  expect(await settled(merging, 13)).toBeUndefined();
  expect(await settled(merging, 2)).toMatchObject({ error: { fault: 'timeout' } });
});
