import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from './connection';
import { DatabaseStore } from './database-store';
import { aBookmark, anAnswer } from './facts.fixture';
import { before, prepare, said, settled, spans, type State, stateOf, writes } from './faults.fixture';
import { type Fault, faulty } from './faulty.fixture';
import { StorageError } from './store';
import { TwiceStore } from './twice-store';

/*
 * The store as the app has it, with a copy in another place, and every n-th storage call of the one or of the other fails,
 * once or from then on. What is called saved is in the original; the copy keeps nothing from being saved; and whatever
 * was there before is there after the next start, which heals.
 */

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const sides = ['original', 'copy'] as const;
type Side = (typeof sides)[number];

/** Where the copy lies. The original lies where the page finds its own. */
let place: IDBFactory;

function stores(side?: Side, open?: ReturnType<typeof faulty>['open']) {
  const original = new DatabaseStore(new Connection({}, side === 'original' ? open : undefined));
  const copy = new DatabaseStore(new Connection({ factory: place }, side === 'copy' ? open : undefined));
  return { original, copy, both: new TwiceStore(original, Promise.resolve(copy)) };
}

/** The copy has one answer sound that is broken in the original. */
async function begin(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  place = new IDBFactory();
  await prepare(stores().original);
  const { copy } = stores();
  await copy.merge({ answers: [anAnswer({ id: '0' }), ...before.answers], notes: before.notes });
  copy.close();
}

/** The original as it lies there after the next start, and the copy beside it. */
async function afterRestart(): Promise<{ state: State; copied: string[] }> {
  const { both, copy } = stores();
  await both.heal();
  const held = { state: await stateOf(both), copied: (await copy.answers()).map(({ id }) => id) };
  both.close();
  return held;
}

type Run = (store: TwiceStore) => Promise<unknown>;

/** A life of the app with a fault in it, until nothing goes on any more. */
async function live(run: Run, side: Side, fault: Fault, fails: (call: number) => boolean) {
  const { open, count } = faulty(fault, fails);
  const { both } = stores(side, open);
  const outcome = await settled(run(both));
  const original = await stateOf(stores().original);
  // What hangs while it is healed is given up.
  await settled(new Promise(() => {}), 7);
  both.close();
  return { outcome, original, calls: count.calls };
}

async function callsOf(run: Run, side: Side): Promise<number> {
  await begin();
  const { calls } = await live(run, side, 'abort', () => false);
  expect(calls).toBeGreaterThanOrEqual(3);
  return calls;
}

/** What has to be there after the next start: what is broken in the original and was put aside comes back from the copy. */
const restarted = (state: State): State =>
  state.quarantine ? { ...state, answers: [anAnswer({ id: '0' }), ...state.answers], count: state.count + 1 } : state;

const { putSetting: _, ...copied } = writes;

for (const side of sides)
  for (const fault of ['abort', 'quota', 'never'] as const)
    for (const [span, from] of Object.entries(spans))
      describe(`row 4, in the ${side}: ${fault}, ${span}`, () => {
        test.each(Object.entries(copied))('%s, at every storage call', async (name, { run, after }) => {
          const calls = await callsOf(run, side);
          for (let n = 0; n < calls; n++) {
            await begin();
            const { outcome, original } = await live(run, side, fault, from(n));
            expect(outcome, `call ${n} settles`).toBeDefined();
            const unheard = fault === 'never' ? [before, after] : [before];
            if (outcome && 'error' in outcome) {
              expect(outcome.error).toBeInstanceOf(StorageError);
              expect(outcome.error).toMatchObject({ fault: expect.stringMatching(said[fault]) as string });
              expect(unheard.map(restarted), `call ${n} is whole or not at all`).toContainEqual(
                (await afterRestart()).state,
              );
              // Only what removes needs the copy.
              if (side === 'copy') expect(name).toBe('clear');
            } else {
              if (name !== 'examine') expect(original, `call ${n} is saved before it is said`).toEqual(after);
              const { state, copied } = await afterRestart();
              expect(state, `call ${n} is kept as claimed`).toEqual(restarted(after));
              expect(copied).toEqual(expect.arrayContaining(state.answers.map(({ id }) => id)));
            }
            const { both } = stores();
            await both.heal();
            await run(both);
            both.close();
            expect((await afterRestart()).state, `call ${n} can be made up for`).toEqual(restarted(after));
          }
        });
      });

const held = { answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' }), anAnswer({ id: '3' })], notes: [aBookmark()] };
const ids = ['1', '2', '3', '4'];

/** What the browser threw away since the last start. */
const losses: Record<string, Side> = { 'the original is gone': 'original', 'the copy is gone': 'copy' };

for (const side of sides)
  for (const fault of ['abort', 'quota', 'never'] as const)
    for (const [span, from] of Object.entries(spans))
      test.each(Object.entries(losses))(
        `row 8: %s, and healing meets ${fault} in the ${side}, ${span}: the next start has all of it`,
        async (_, lost) => {
          const lose = async () => {
            vi.stubGlobal('indexedDB', new IDBFactory());
            place = new IDBFactory();
            const { original, copy } = stores();
            await (lost === 'original' ? copy : original).merge(held);
            for (const store of [original, copy]) store.close();
          };
          const run: Run = (store) => Promise.all([store.heal(), store.append(anAnswer({ id: '4' }))]);
          await lose();
          const { calls } = await live(run, side, fault, () => false);
          for (let n = 0; n < calls; n++) {
            await lose();
            const { outcome } = await live(run, side, fault, from(n));
            expect(outcome, `call ${n} settles`).toBeDefined();
            await afterRestart();
            const { state, copied } = await afterRestart();
            const expected = outcome && 'value' in outcome ? ids : ids.slice(0, 3);
            expect(state.notes, `call ${n}`).toEqual(held.notes);
            const kept = state.answers.map(({ id }) => id);
            expect(kept, `call ${n}`).toEqual(fault === 'never' && kept.length === 4 ? ids : expected);
            expect(copied, `call ${n}`).toEqual(kept);
          }
        },
      );
