/** Proves that what Chromium does to its own damaged files takes no answer from anybody. */
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { seeded } from '../src/domain/random.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, goOn, visit } from './pages.ts';

/** The log of the page's own database. */
function logOf(profile: string): string {
  const databases = join(profile, 'Default/IndexedDB');
  const folder = join(
    databases,
    readdirSync(databases).find((name) => name.endsWith('.leveldb'))!,
  );
  const log = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .toSorted()
    .at(-1)!;
  return join(folder, log);
}

/** The head of a record of 200 bytes, without the record: what a kill leaves that comes between two writes. */
const tear = (log: string): void => appendFileSync(log, Buffer.from([1, 2, 3, 4, 200, 0, 1]));

async function answerTwice(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await visit(page, '#/practice');
  await answer(page);
  await goOn(page);
  await answer(page);
  return page;
}

test('row 8: a database that the browser takes for corrupt and throws away comes back from its copy', async ({
  startBrowser,
  profile,
}) => {
  test.slow();
  const first = await startBrowser();
  await answerTwice(first);
  await first.close();
  tear(logOf(profile));

  const second = await startBrowser();
  const page = await answerTwice(second);
  expect(await answersOnMe(page)).toBe(4);
  await second.close();

  const third = await (await startBrowser()).newPage();
  await visit(third, '#/me');
  expect(await answersOnMe(third)).toBe(4);
});

interface Buckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** How many answers the copy holds. */
const copied = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
    const { indexedDB } = await storageBuckets.open('copy');
    if (!(await indexedDB.databases()).length) return 0;
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer from the copy'));
      });
    const database = await done(indexedDB.open('leitstern'));
    const count = await done(database.transaction('answers').objectStore('answers').count());
    database.close();
    return count;
  });

test('row 8: a copy that the browser throws away is there again after the next start', async ({ startBrowser }) => {
  const page = await answerTwice(await startBrowser());
  await expect.poll(() => copied(page)).toBe(2);
  await page.evaluate(() => (navigator as unknown as { storageBuckets: Buckets }).storageBuckets.delete('copy'));
  expect(await copied(page)).toBe(0);
  await page.reload();
  await expect.poll(() => copied(page)).toBe(2);
});

/** How many profiles are damaged, and which way; the soak damages more. */
const { SOAK_RUNS: runs = '2', SOAK_SEED: seed = '1' } = process.env;

/** Flips up to 30 bits in one to three of the files of the database and of its copy; says where. */
function flip(profile: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const files = ['IndexedDB', 'WebStorage']
    .map((name) => join(profile, 'Default', name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).length)
    .toSorted();
  expect(files.some((file) => file.includes('WebStorage'))).toBe(true);
  return Array.from({ length: 1 + below(3) }, () => {
    const file = files[below(files.length)]!;
    const bytes = readFileSync(file);
    const bits = 1 + below(30);
    for (let n = 0; n < bits; n++) bytes[below(bytes.length)]! ^= 1 << below(8);
    writeFileSync(file, bytes);
    return `${bits} in ${file.slice(profile.length)}`;
  }).join(', ');
}

/** All answers are there, or it is said that something is not and there is a way to bring it back. */
async function wholeOrSaid(page: Page, answers: number): Promise<void> {
  await expect(async () => {
    const held = await page.locator('[data-count="answers"]').textContent({ timeout: 1000 });
    const said = await page.locator('[data-notice]').evaluateAll((all) => all.map((each) => each.dataset['notice']));
    const trouble = said.filter((key) => /^(evicted|broken|refused|timeout|failed|lost|gone)$/.test(key ?? ''));
    if (Number(held) !== answers) expect(trouble, `${held} of ${answers} answers, and nothing is said`).not.toEqual([]);
    await expect(action(page, 'restore')).toBeAttached({ timeout: 1000 });
  }).toPass({ timeout: 25_000 });
}

test('row 8: with bits flipped in any file of the database and of its copy, all is there or it is said that it is not', async ({
  startBrowser,
  profile,
  guard,
}) => {
  test.setTimeout(60_000 + 40_000 * Number(runs));
  guard.allow(/^(console|page): /);
  const first = await startBrowser();
  await answerTwice(first);
  await first.close();
  const second = await startBrowser();
  expect(await answersOnMe(await answerTwice(second))).toBe(4);
  await second.close();
  const good = `${profile}-good`;
  cpSync(profile, good, { recursive: true });
  try {
    for (let run = 0; run < Number(runs); run++) {
      rmSync(profile, { recursive: true });
      cpSync(good, profile, { recursive: true });
      const where = flip(profile, seeded(Number(seed) * 1000 + run));
      await test.step(`run ${run}: ${where}`, async () => {
        // What Chromium makes of its files shows at the second start only.
        for (let start = 0; start < 2; start++) {
          const browser = await startBrowser();
          const page = await browser.newPage();
          await visit(page, '#/me');
          await wholeOrSaid(page, 4);
          await browser.close();
        }
      });
    }
  } finally {
    rmSync(good, { recursive: true, force: true });
  }
});
