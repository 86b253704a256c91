/** Proves that where storage cannot be opened or read at the start, nothing given meanwhile is lost, and nothing is claimed. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { besideTheApp, makeFutureDatabase } from './database.ts';
import { failing } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, goOn, notice, reload, screen, submit, visit } from './pages.ts';

/** The answers that wait in the session. */
const parked = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('leitstern.parked') ?? '[]') as unknown[]);

const heal = (page: Page): Promise<void> => page.evaluate(() => sessionStorage.setItem('healed', 'true'));

const reloadBy = (page: Page, key: string) =>
  Promise.all([page.waitForEvent('load'), notice(page, key).getByRole('button').first().tap()]);

test('answers given while the database cannot be opened are there once it can', async ({ page }) => {
  await failing(page, 'open');
  await visit(page);
  await expect(notice(page, 'failed')).toBeVisible();
  await submit(page);
  await goOn(page);
  await submit(page);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await parked(page)).toHaveLength(2);

  await reload(page);
  await expect.poll(() => answersOnMe(page), 'still not open').toBe(2);
  await heal(page);
  await reloadBy(page, 'failed');
  await expect.poll(() => answersOnMe(page)).toBe(2);
  expect(await parked(page)).toEqual([]);
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('a start that cannot read says so and takes answers; another try shows all that is stored', async ({ page }) => {
  await visit(page);
  await answer(page);
  await failing(page, 'read');
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  await expect(notice(page, 'failed')).toBeVisible();
  await go(page, '#/practice');
  await answer(page);
  await heal(page);
  await notice(page, 'failed').getByRole('button').first().tap();
  await expect.poll(() => answersOnMe(page)).toBe(2);
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('where storage is closed, a saved file does not pass for a whole backup', async ({ page }) => {
  await visit(page);
  await answer(page);
  await failing(page, 'open');
  await reload(page);
  await notice(page, 'failed').getByRole('button').last().tap();
  await go(page, '#/practice');
  await submit(page);
  await go(page, '#/me');
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  const { facts } = JSON.parse(await readFile(await download.path(), 'utf8')) as { facts: { answers: unknown[] } };
  expect(facts.answers).toHaveLength(1);
  await expect(screen(page, 'me').getByText(de.me.unread)).toBeVisible();
  await expect(screen(page, 'me').getByText(de.me.backupNone)).toBeVisible();
});

test('where storage is closed, nothing is called deleted', async ({ page, host }) => {
  await besideTheApp(page, host);
  await makeFutureDatabase(page);
  await visit(page, '#/me');
  for (const name of ['delete', 'delete-sure', 'delete-now']) await action(page, name).tap();
  await expect(screen(page, 'me').getByText(de.me.notDeleted)).toBeVisible();
  await expect(screen(page, 'me').getByText(de.me.deleted, { exact: true })).toHaveCount(0);
  await expect(notice(page, 'future').getByRole('button', { name: de.notices.future.action! })).toBeVisible();
});

test('a moment that cannot be written stays in the form, and nothing claims that it was kept', async ({ page }) => {
  await visit(page);
  await answer(page);
  await failing(page, 'put');
  await reload(page);
  await go(page, '#/moment');
  const form = screen(page, 'moment');
  await form.getByRole('textbox').first().fill('Am Tresen, kurz vor Schluss.');
  await form.getByRole('radio').first().check({ force: true });
  await action(page, 'save-moment').tap();
  await expect(notice(page, 'quota')).toBeVisible();
  await expect(notice(page, 'quota').getByRole('button', { name: de.notices.quota.action! })).toHaveCount(0);
  await expect(form.getByRole('textbox').first()).toHaveValue('Am Tresen, kurz vor Schluss.');

  await heal(page);
  await action(page, 'save-moment').tap();
  await expect(screen(page, 'library')).toContainText('Am Tresen, kurz vor Schluss.');
  await expect(notice(page, 'recovered')).toHaveCount(0);
});
