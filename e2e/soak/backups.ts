import 'fake-indexeddb/auto';
import fc from 'fast-check';
import type { Facts } from '../../src/domain/facts.ts';
import { makeBackup, readBackup } from '../../src/storage/backup.ts';
import { canonical } from '../../src/storage/canonical.ts';
import { anyFacts, inOrder, sharedFacts } from '../../src/storage/facts.fixture.ts';
import { readHostile } from '../../src/storage/hostile-reading.fixture.ts';
import { foreignFiles } from '../../src/storage/hostile-values.fixture.ts';
import { hostileFile } from '../../src/storage/hostile.fixture.ts';
import { MemoryStore } from '../../src/storage/memory-store.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Store } from '../../src/storage/store.ts';

interface Options {
  /** Of the mutations and of the merges; a tenth of them are states. */
  runs: number;
  seed: number;
}

interface Outside {
  onProblem: (problem: Record<string, unknown>) => void;
}

/** One line of the table: how many came out as they must not, or in more than two seconds. */
interface Result {
  bar: string;
  runs: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  torn: number;
  broken: number;
  seconds: number;
  note?: string;
}

/** Milliseconds that a file may take at most. */
const patience = 2000;

const heldBy = async (store: Store): Promise<Facts> => ({ answers: await store.answers(), notes: await store.notes() });

async function timed(
  bar: string,
  runs: number,
  run: () => Promise<{ broken: number; note?: string }>,
): Promise<Result> {
  const start = Date.now();
  const result = await run();
  const seconds = Math.round((Date.now() - start) / 1000);
  return { bar, runs, acknowledged: 0, lost: 0, doubled: 0, torn: 0, seconds, ...result };
}

async function files(
  { onProblem }: Outside,
  files: Iterable<() => Promise<{ what: string; bytes: Uint8Array | string; sealed: boolean }>>,
) {
  const outcomes = new Map<string, number>();
  let [broken, slowest, slowestWhat] = [0, 0, ''];
  for (const make of files) {
    const { what, bytes, sealed } = await make();
    const { outcome, fault, milliseconds } = await readHostile(bytes, sealed);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (milliseconds > slowest) [slowest, slowestWhat] = [milliseconds, what];
    if (!fault && milliseconds <= patience) continue;
    broken++;
    onProblem({ bar: 'backups', what, fault, milliseconds });
  }
  const told = [...outcomes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([outcome, n]) => `${n} ${outcome}`);
  return { broken, note: `${told.join(', ')}; slowest ${Math.round(slowest)} ms (${slowestWhat})` };
}

/** Everything goes out, is wiped and comes back: the same facts, the same file. */
async function restored(store: Store, facts: Facts): Promise<void> {
  const origin = { now: 1, app: '1' };
  await store.clear();
  await store.merge(facts);
  const saved = await makeBackup(await heldBy(store), origin);
  await store.clear();
  await store.merge(await readBackup(saved.file));
  const held = await heldBy(store);
  if (canonical(held) !== canonical(inOrder(facts))) throw new Error('other facts came back');
  const again = await makeBackup(held, origin);
  const hash = async (file: Blob) => (JSON.parse(await file.text()) as { sha256: string }).sha256;
  if (saved.leftOut || (await hash(saved.file)) !== (await hash(again.file))) throw new Error('another checksum');
}

async function merged(...all: Facts[]): Promise<Facts> {
  const store = new MemoryStore();
  for (const facts of all) await store.merge(facts);
  return heldBy(store);
}

async function mergeLaws(a: Facts, b: Facts, c: Facts): Promise<void> {
  const same = (one: Facts, other: Facts, law: string) => {
    if (canonical(one) !== canonical(other)) throw new Error(`merging is not ${law}`);
  };
  const both = await merged(a, b);
  same(both, await merged(b, a), 'commutative');
  same(await merged(both, c), await merged(a, await merged(b, c)), 'associative');
  same(both, await merged(a, b, b, a), 'idempotent');
}

/** @returns 0, or 1 where a case was found that does not hold; it is told as small as it can be made */
async function hold<T>({ onProblem }: Outside, bar: string, property: fc.IAsyncProperty<T>, { runs, seed }: Options) {
  const details = await fc.check(property, { numRuns: runs, seed });
  if (details.failed) onProblem({ bar, seed, case: details.counterexample, fault: String(details.errorInstance) });
  return { broken: details.failed ? 1 : 0 };
}

/** Backups at length: files that mean harm, states that go out and come back, and the laws of merging. */
export async function backups(outside: Outside, { runs, seed }: Options): Promise<Result[]> {
  const { store } = await openStore();
  if (store.kind !== 'database') throw new Error('no database');
  const states = Math.ceil(runs / 10);
  const foreign = Object.entries(foreignFiles).map(([what, make]) => async () => ({
    what,
    bytes: make(),
    sealed: false,
  }));
  const mutations = Array.from({ length: runs }, (_, i) => async () => {
    const { what, ...file } = await hostileFile(seed + i);
    return { what: `seed ${seed + i}, ${what}`, ...file };
  });
  const results = [
    await timed('backups: foreign', foreign.length, () => files(outside, foreign)),
    await timed('backups: mutated', runs, () => files(outside, mutations)),
    await timed('backups: restored', states, () =>
      hold(
        outside,
        'backups: restored',
        fc.asyncProperty(anyFacts, (facts) => restored(store, facts)),
        {
          runs: states,
          seed,
        },
      ),
    ),
    await timed('backups: merged', runs, () =>
      hold(outside, 'backups: merged', fc.asyncProperty(sharedFacts, sharedFacts, sharedFacts, mergeLaws), {
        runs,
        seed,
      }),
    ),
  ];
  store.close();
  return results;
}
