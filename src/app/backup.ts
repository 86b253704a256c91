import { dayOf } from '../domain/day';
import type { BackupRefusal } from '../storage/backup-error';
import type { App } from './app.svelte';

export interface Refusal {
  reason: BackupRefusal | 'failed';
  /** Where in the file and what was expected there, for those who want to know. */
  detail: string;
}

/** The code is fetched when it is needed: nobody backs up on a first visit. */
const storage = () => Promise.all([import('../storage/backup'), import('../storage/backup-error')]);

async function refusalOf(error: unknown): Promise<Refusal> {
  const [, { BackupError }] = await storage();
  return error instanceof BackupError
    ? { reason: error.reason, detail: error.message }
    : { reason: 'failed', detail: error instanceof Error ? error.message : '' };
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What a saved file lacks: so many damaged records; all that storage, which could not be opened, may hold. */
export interface Lacking {
  leftOut: number;
  unread: boolean;
}

/** Hands the person a file with everything. Where the database is from a newer version, with all of it, unread. */
export async function saveBackup(app: App): Promise<Lacking | Refusal> {
  try {
    const [{ makeBackup, makeRawBackup }] = await storage();
    const now = app.now();
    const origin = { now, app: __APP_VERSION__ };
    const name = `leitstern-${dayOf(now)}.json`;
    const { closedBy } = app.learner;
    if (closedBy === 'future') {
      const { readFuture } = await import('../storage/future');
      download(await makeRawBackup(await readFuture(), origin), name);
      return { leftOut: 0, unread: false };
    }
    const { broken, ...facts } = await app.learner.facts();
    const { file, answers, leftOut } = await makeBackup(facts, origin);
    download(file, name);
    if (!closedBy) await app.learner.backedUp({ at: now, answers });
    return { leftOut: leftOut + broken, unread: !!closedBy };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Hands the person a file with the records that were put aside as broken. */
export async function saveQuarantine(app: App): Promise<Refusal | undefined> {
  try {
    const [[{ makeRawBackup }], { migrations }] = await Promise.all([storage(), import('../storage/migrations')]);
    const raw = { version: migrations.length, stores: { quarantine: await app.learner.quarantine() } };
    const file = await makeRawBackup(raw, { now: app.now(), app: __APP_VERSION__ });
    download(file, 'leitstern-quarantine.json');
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Takes the union of a file with what is here; refuses it whole where anything in it is wrong. */
export async function restoreBackup(app: App, file: Blob): Promise<{ answers: number; notes: number } | Refusal> {
  try {
    const [{ readBackup }] = await storage();
    return await app.learner.merge(await readBackup(file));
  } catch (error) {
    return refusalOf(error);
  }
}
