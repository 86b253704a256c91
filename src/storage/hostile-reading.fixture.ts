import type { Facts } from '../domain/facts';
import { makeBackup, readBackup } from './backup';
import { BackupError } from './backup-error';
import { isAnswer, isNote } from './backup-schema';
import { canonical } from './canonical';
import { inOrder } from './facts.fixture';
import { targeted } from './hostile.fixture';
import { MemoryStore } from './memory-store';

const held = async (store: MemoryStore): Promise<Facts> => ({
  answers: await store.answers(),
  notes: await store.notes(),
});

const own = (object: object): string => Object.getOwnPropertyNames(object).sort().join();
const untouched = [own(Object.prototype), own(Array.prototype), own(String.prototype)].join();
const isUntouched = () => [own(Object.prototype), own(Array.prototype), own(String.prototype)].join() === untouched;

export interface Reading {
  /** Why the file was refused, or that it was taken. */
  outcome: string;
  /** What went wrong with it. */
  fault?: string;
  milliseconds: number;
}

async function attempt(bytes: Uint8Array | string, sealed: boolean, store: MemoryStore): Promise<string> {
  let facts: Facts;
  try {
    facts = await readBackup(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return error.reason;
  }
  if (!facts.answers.every(isAnswer) || !facts.notes.every(isNote)) throw new Error('taken against the schema');
  if (!sealed && canonical(facts) !== canonical(inOrder(targeted))) throw new Error('changed, and not noticed');
  await store.merge(facts);
  const { leftOut, file } = await makeBackup(await held(store), { now: 1, app: '1' });
  if (leftOut || canonical(await readBackup(file)) !== canonical(await held(store)))
    throw new Error('taken, and cannot be backed up');
  return 'taken';
}

/**
 * Has a file read as the app reads it, and what is taken merged into a store that holds something. Whether a refused one
 * leaves a trace is seen in a browser only: reading knows no store (`e2e/restoring.spec.ts`).
 * @param sealed whether its checksum is right, so that other facts than the targeted ones may be taken
 */
export async function readHostile(bytes: Uint8Array | string, sealed: boolean): Promise<Reading> {
  const store = new MemoryStore();
  await store.merge({ answers: targeted.answers.slice(0, 1), notes: targeted.notes.slice(0, 2) });
  const start = performance.now();
  const took = () => performance.now() - start;
  try {
    const outcome = await attempt(bytes, sealed, store);
    return { outcome, milliseconds: took(), ...(!isUntouched() && { fault: 'a prototype was changed' }) };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: 'fault', milliseconds: took(), fault };
  }
}
