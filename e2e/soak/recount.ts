import { readDerived } from '../../src/app/derived.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Snapshot } from '../../src/domain/facts.ts';
import type { Pack } from '../../src/domain/pack.ts';
import { canonical } from '../../src/storage/canonical.ts';
import { isAnswer } from '../../src/storage/backup-schema.ts';
import { MemoryStore } from '../../src/storage/memory-store.ts';
import type { Found } from './in-page.ts';

/** A stored answer that no screen can have given: fields missing, or the marks of another response. */
export function isTorn(answer: Answer, pack: Pack): boolean {
  if (!isAnswer(answer)) return true;
  const scenario = pack.scenarios.find(({ id }) => id === answer.scenario);
  const turn = scenario?.turns.find(({ id }) => id === answer.turn);
  const response = turn?.responses.find(({ id }) => id === answer.response);
  return !response || canonical({ ...response.marks }) !== canonical(answer.marks);
}

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...(each as Map<unknown, unknown>)] : each)),
  );

/**
 * What the app says of its answers, and what a recount of them does not bear out.
 * @param windows how many have answered
 * @returns empty where all is well; and how many snapshots were held against a recount
 */
export async function contradictions(
  found: Found,
  all: readonly Answer[],
  pack: Pack,
  windows = 1,
): Promise<{ said: string[]; recounted: number }> {
  const said: string[] = [];
  if (found.count !== all.length) said.push(`${found.count} in the database, ${all.length} read from it`);
  if (found.shown !== found.count) said.push(`Me shows ${found.shown} of ${found.count}`);
  if (!found.snapshot) return { said, recounted: 0 };
  const { progress, skills, upTo } = JSON.parse(found.snapshot) as Snapshot;
  const answers = all.filter(({ id }) => id <= upTo);
  // Another window's answer may have an earlier id and come later. The count tells, and the next start recounts.
  if (windows > 1 && progress.answers < answers.length) return { said, recounted: 0 };
  const store = new MemoryStore();
  await store.merge({ answers, notes: [] });
  const counted = plain(await readDerived(store, pack));
  if (canonical(counted) !== canonical({ progress, skills })) said.push(`the snapshot up to ${upTo} is no recount`);
  return { said, recounted: 1 };
}
