import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from 'playwright';
import { parse } from 'yaml';
import type { Answer } from '../../src/domain/answer';
import { attemptId } from '../../src/domain/attempt';
import { dayOf } from '../../src/domain/day';
import type { Marks } from '../../src/domain/marks';
import { newId } from '../../src/domain/new-id';
import { type Random, seeded } from '../../src/domain/random';

/** Of a scenario's file, what an answer needs. */
interface Source {
  id: string;
  turns: Record<string, { responses: Record<string, { marks: Marks; next?: string }> }>;
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

/** The ids of the scenarios whose sources stand in a folder, in their order. */
export const scenarioIds = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => file.replaceAll(sep, '/'))
    .flatMap((file) => /^(.+\/.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();

function readSource(folder: string, id: string): Source {
  return { id, turns: (parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')) as Pick<Source, 'turns'>).turns };
}

/** The way of one attempt through a scenario, responses taken at random. */
function* walk({ turns }: Source, random: Random): Generator<Pick<Answer, 'turn' | 'response' | 'marks'>> {
  let turn: string | undefined = Object.keys(turns)[0];
  while (turn) {
    const [response, { marks, next }] = pick(Object.entries(turns[turn]!.responses), random);
    yield { turn, response, marks };
    turn = next;
  }
}

/**
 * Answers as two years of daily practice leave them, the same on every call.
 * @param folder with the scenarios' sources
 * @param now milliseconds since 1970, when the last one was given
 */
export function manyAnswers(folder: string, count: number, now: number): Omit<Answer, 'pack'>[] {
  const random = seeded(1);
  const sources = scenarioIds(folder).map((id) => readSource(folder, id));
  const step = (2 * 365 * 86_400_000) / count;
  const answers: Omit<Answer, 'pack'>[] = [];
  while (answers.length < count) {
    const source = pick(sources, random);
    const instant = () => Math.round(now - (count - answers.length) * step);
    const attempt = attemptId(newId(instant(), random), Math.floor(random() * 2 ** 32));
    for (const step of walk(source, random)) {
      if (answers.length === count) break;
      const at = instant();
      answers.push({
        id: newId(at, random),
        attempt,
        scenario: source.id,
        version: 'bench',
        ...step,
        confidence: random() < 0.7 ? 'sure' : 'unsure',
        at,
        day: dayOf(at),
        where: 'practice',
      });
    }
  }
  return answers;
}

/**
 * Puts answers where the app keeps its own, with the marker that says that they are there (`storage/marker.ts`). The
 * app must have stored one itself: theirs is the pack of that.
 */
export const storeAnswers = (page: Page, answers: readonly Omit<Answer, 'pack'>[]): Promise<void> =>
  page.evaluate(async (all) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer from the database'));
      });
    const database = await done(indexedDB.open('leitstern'));
    const transaction = database.transaction('answers', 'readwrite');
    const store = transaction.objectStore('answers');
    const [own] = (await done(store.getAll(null, 1))) as Answer[];
    if (!own) throw new Error('the app has stored no answer');
    for (const answer of all) store.put({ ...answer, pack: own.pack });
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    database.close();
    localStorage.setItem('leitstern-marker', JSON.stringify({ answers: all.length, day: all.at(-1)?.day }));
  }, answers);
