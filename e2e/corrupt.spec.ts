/** Proves that what Chromium does to its own damaged files takes no answer from anybody. */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { expect, test } from './fixtures.ts';
import { answer, answersOnMe, goOn, visit } from './pages.ts';

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
