import type { Facts } from '../domain/facts';
import { BackupError } from './backup-error';
import { isAnswer, isNote, parseVersion1 } from './backup-schema';
import { largest, looksCut, parseJson, textOf } from './backup-text';
import { canonical } from './canonical';
import type { RawDatabase } from './future';
import { migrations } from './migrations';

const format = 'leitstern-backup';
const rawFormat = 'leitstern-raw';

/** The newest version, and what reads each: a new one adds a reader and leaves the others, which still must yield today's facts. */
const version = 1;
const readers = new Map<unknown, (envelope: unknown) => Facts>([[1, parseVersion1]]);

export interface BackupOrigin {
  /** When, in milliseconds since 1970. */
  now: number;
  /** The app's version. */
  app: string;
}

/** SHA-256 in hexadecimal, over everything in the file but itself. */
async function checksum(envelope: object): Promise<string> {
  // Only pages over https have it.
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) throw new BackupError('insecure');
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(canonical(envelope)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sealed(envelope: object): Promise<string> {
  return JSON.stringify({ ...envelope, sha256: await checksum(envelope) });
}

const fileOf = (text: string): Blob => new Blob([text], { type: 'application/json' });

/** Each id once, as a restore demands: an answer whose write was given up may have been written all the same. */
const listed = <T extends { id: string }>(records: T[]): T[] =>
  [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * A file that `readBackup` takes. Records that it would refuse (one may be damaged on the disk) are left out, so that
 * they do not cost the others.
 * @returns the file, how many answers are in it, how many records were left out
 * @throws {BackupError} `insecure`, `too-large`
 */
export async function makeBackup(
  { answers, notes }: Facts,
  { now, app }: BackupOrigin,
): Promise<{ file: Blob; answers: number; leftOut: number }> {
  const sound = { answers: answers.filter(isAnswer), notes: notes.filter(isNote) };
  const facts: Facts = { answers: listed(sound.answers), notes: listed(sound.notes) };
  const text = await sealed({ format, version, made: now, app, facts });
  const file = fileOf(text);
  looksCut(text);
  if (file.size > largest) throw new BackupError('too-large', { found: String(file.size) });
  const leftOut = answers.length + notes.length - sound.answers.length - sound.notes.length;
  return { file, answers: facts.answers.length, leftOut };
}

/**
 * A file with everything in a database of a newer version, for that version; this one cannot read it.
 * @throws {BackupError} `insecure`
 */
export const makeRawBackup = async (raw: RawDatabase, { now, app }: BackupOrigin): Promise<Blob> =>
  fileOf(await sealed({ format: rawFormat, version: raw.version, made: now, app, stores: raw.stores }));

/** What stands in a file, in words; `String` would call what a hostile file says. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));

/**
 * The facts in a backup, every field checked.
 * @throws {BackupError} naming what is wrong and, where it can, the place
 */
export async function readBackup(file: string | Blob): Promise<Facts> {
  const data = parseJson(await textOf(file));
  const envelope = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const { sha256, ...rest } = envelope;
  const raw = rest['format'] === rawFormat;
  if (!raw && rest['format'] !== format) {
    throw new BackupError('foreign', { path: 'format', expected: format, found: shown(rest['format']) });
  }
  const made = rest['version'];
  const newest = raw ? migrations.length : version;
  if (typeof made === 'number' && made > newest) {
    throw new BackupError('newer', { path: 'version', expected: String(newest), found: String(made) });
  }
  const found = await checksum(rest);
  if (sha256 !== found) throw new BackupError('damaged', { path: 'sha256', expected: shown(sha256), found });
  const read = readers.get(made);
  if (!read) throw new BackupError('invalid', { path: 'version', expected: String(version), found: shown(made) });
  return read(envelope);
}
