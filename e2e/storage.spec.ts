/** Proves that where storage is refused, gone, stuck or from another time, the app says so, works, and spoils nothing. */
import { readFile } from 'node:fs/promises';
import { de } from '../src/i18n/de.ts';
import { besideTheApp, makeFutureDatabase, readDatabase } from './database.ts';
import { getStuck, limit, refusals } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, feedback, go, goOn, notice, reload, screen, submit, visit } from './pages.ts';

for (const [what, refuse] of Object.entries(refusals)) {
  test(`where the browser ${what}, practice works and everything says that nothing is kept`, async ({ page }) => {
    await page.addInitScript(refuse);
    await visit(page);
    await expect(notice(page, 'refused')).toBeVisible();
    await submit(page);
    await goOn(page);
    await submit(page);
    await action(page, 'next').waitFor();
    await expect(feedback(page)).not.toHaveAttribute('data-saved');
    expect(await answersOnMe(page)).toBe(2);
    await expect(screen(page, 'me').getByText(de.me.memory)).toBeVisible();
  });
}

test('storage that never answers is said within its time limit, and practice works', async ({ page }) => {
  await page.addInitScript(getStuck, 99);
  await visit(page);
  await submit(page);
  await expect(notice(page, 'timeout')).toBeVisible({ timeout: limit });
  await goOn(page);
  await submit(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('storage that never answers keeps nobody from a screen longer than its time limit', async ({ page }) => {
  await page.addInitScript(getStuck, 99);
  await visit(page, '#/charter');
  await expect(screen(page, 'charter')).toBeVisible({ timeout: limit });
  await expect(notice(page, 'timeout').getByRole('button', { name: de.notices.timeout.action! })).toBeVisible();
});

test('where the browser has removed the answers, it is said, with the way to bring them back', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('leitstern-marker', '{"answers":12,"day":"2026-01-31"}'));
  await visit(page);
  await expect(screen(page, 'today')).toBeVisible();
  await notice(page, 'evicted').getByRole('button').first().tap();
  await expect(screen(page, 'me')).toBeVisible();
  await expect(action(page, 'restore')).toBeAttached();
});

test('nothing is said about removed answers on a first visit', async ({ page }) => {
  await visit(page);
  await answer(page);
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  await expect(notice(page, 'evicted')).toHaveCount(0);
});

test('where the browser has removed only the marker, nobody is taken for a newcomer', async ({ page }) => {
  await visit(page);
  await answer(page);
  await page.evaluate(() => localStorage.clear());
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  expect(await answersOnMe(page)).toBe(1);
});

test('a database from the future is left as it is, and can be saved', async ({ page, host }) => {
  await besideTheApp(page, host);
  await makeFutureDatabase(page);
  const before = await readDatabase(page);
  expect(before.version).toBe(99);

  await visit(page);
  await expect(notice(page, 'future')).toBeVisible();
  await submit(page);
  await expect(feedback(page)).toBeVisible();
  await go(page, '#/me');
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  const file = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({
    format: 'leitstern-raw',
    version: 99,
    stores: { answers: before.stores['answers'] },
  });

  await page.goto('./empty');
  expect(await readDatabase(page)).toEqual(before);
});

test('a database from the future stays also when everything is deleted', async ({ page, host }) => {
  await besideTheApp(page, host);
  await makeFutureDatabase(page);
  const before = await readDatabase(page);
  await visit(page, '#/me');
  for (const name of ['delete', 'delete-sure', 'delete-now']) await action(page, name).tap();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('./empty');
  expect(await readDatabase(page)).toEqual(before);
});
