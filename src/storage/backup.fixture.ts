import { expect } from 'vitest';
import type { Facts } from '../domain/facts';
import { makeBackup, readBackup } from './backup';
import { BackupError } from './backup-error';
import { canonical } from './canonical';
import { aBookmark, anAnswer } from './facts.fixture';

export const origin = { now: Date.UTC(2026, 2, 1), app: '1.2.3' };
export const some: Facts = {
  answers: [anAnswer({ id: '1' }), anAnswer({ id: '2', scenario: 'crafts/straße-🏠' })],
  notes: [aBookmark({ scenario: 'a/1', removed: true }), aBookmark()],
};

export async function textOfBackup(facts: Facts): Promise<string> {
  return (await makeBackup(facts, origin)).file.text();
}

async function sealed(envelope: object): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(envelope)));
  return JSON.stringify({ ...envelope, sha256: Buffer.from(digest).toString('hex') });
}

/** A backup with a right checksum over facts, or an envelope, that the app would not write. */
export const forged = (facts: unknown, over: object = {}) =>
  sealed({ format: 'leitstern-backup', version: 1, made: origin.now, app: '1', facts, ...over });

export async function refusal(file: string | Blob): Promise<BackupError> {
  const error = await readBackup(file).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackupError);
  return error as BackupError;
}
