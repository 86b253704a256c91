import { openDB } from 'idb';
import { vi } from 'vitest';
import type { Facts, Settings } from '../domain/facts';
import { aBookmark, anAnswer } from './facts.fixture';
import type { Quarantined } from './examine';
import type { Fault } from './faulty.fixture';
import type { Store } from './store';

/** All that a store can be asked for. */
export interface State extends Facts {
  backup: Settings['backup'] | undefined;
  quarantine: Quarantined[] | undefined;
  /** With the broken ones. */
  count: number;
}

export async function stateOf(store: Store): Promise<State> {
  return {
    answers: await store.answers(),
    notes: await store.notes(),
    backup: await store.setting('backup'),
    quarantine: await store.setting('quarantine'),
    count: await store.count(),
  };
}

/** Lies in the database, and no reading gives it back. */
const broken = { id: '0', marks: 'none' };

/** What is there before every operation. */
export const before: State = {
  answers: [anAnswer({ id: '1' })],
  notes: [aBookmark({ scenario: 'a/1' })],
  backup: { at: 1, answers: 1 },
  quarantine: undefined,
  count: 2,
};
export const more: Facts = {
  answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' }), anAnswer({ id: '3' })],
  notes: [aBookmark({ scenario: 'a/2' })],
};

/** Brings the page's own database into the state `before`. */
export async function prepare(store: Store): Promise<void> {
  await store.merge(before);
  await store.putSetting('backup', before.backup!);
  store.close();
  const db = await openDB('leitstern');
  await db.put('answers', broken);
  db.close();
}

interface Write {
  run: (store: Store) => Promise<unknown>;
  after: State;
}

export const writes = {
  append: {
    run: (store) => store.append(anAnswer({ id: '2' })),
    after: { ...before, answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' })], count: 3 },
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
    after: { ...before, answers: more.answers, notes: [...before.notes, ...more.notes], count: 4 },
  },
  examine: {
    run: (store) => store.examine(),
    after: { ...before, quarantine: [{ store: 'answers', key: '0', value: broken }], count: 1 },
  },
  clear: {
    run: (store) => store.clear(),
    after: { answers: [], notes: [], backup: undefined, quarantine: undefined, count: 0 },
  },
} satisfies Record<string, Write>;

type Outcome = { value: unknown } | { error: unknown } | undefined;

/** Beyond the longest that a store gives itself, which is for examining original and copy. */
const seconds = 145;

/** Lets storage and, where it stands still, the clock go on until the promise settles; `undefined` if it does not. */
export async function settled(promise: Promise<unknown>, limit = seconds): Promise<Outcome> {
  let outcome: Outcome;
  promise.then(
    (value) => (outcome = { value }),
    (error: unknown) => (outcome = { error }),
  );
  for (let second = 0; second <= limit; second++) {
    for (let turn = 0; turn < 40 && !outcome; turn++) await new Promise(setImmediate);
    if (outcome) return outcome;
    await vi.advanceTimersByTimeAsync(1000);
  }
  return outcome;
}

/** Once: only that call. On: that and all after it. */
export const spans = {
  once: (n: number) => (call: number) => call === n,
  on: (n: number) => (call: number) => call >= n,
};

/** What is said, by fault. Where an abort comes back and the database cannot be opened again, the connection is lost. */
export const said: Record<Fault, RegExp> = { abort: /^(failed|lost)$/, quota: /^quota$/, never: /^timeout$/ };
