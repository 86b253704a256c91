/** Proves that a new version waits for its moment, and that a deployment takes nothing from anybody. */
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { nextVersion } from './builds.ts';
import { expect, test } from './fixtures.ts';
import {
  action,
  answer,
  answersOnMe,
  go,
  goOn,
  leave,
  notice,
  offlineReady,
  reload,
  screen,
  standing,
  visit,
} from './pages.ts';

/** The browser looks for a new version when a person comes back to the page. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
}

/** Somebody whose browser keeps the app, with one answer, on Today. */
async function startInstalled(page: Page): Promise<void> {
  await visit(page);
  await answer(page);
  await offlineReady(page);
  await reload(page);
  await screen(page, 'today').waitFor();
}

const deploy = (host: { serve(root: string): void }) => host.serve(process.env['LEITSTERN_NEXT']!);

async function versionOnMe(page: Page): Promise<string | undefined> {
  await go(page, '#/me');
  const text =
    (await screen(page, 'me')
      .getByText(/^Leitstern \d/)
      .textContent()) ?? '';
  return text.split(' ')[1];
}

test('a new version is offered between scenes only, taken by a tap, and finds the answers', async ({ page, host }) => {
  test.slow();
  await startInstalled(page);
  await action(page, 'practice').tap();
  await standing(page);
  deploy(host);
  await comeBack(page);
  await expect(notice(page, 'update')).toHaveCount(0);
  await answer(page);
  await expect(notice(page, 'update')).toHaveCount(0);
  await goOn(page);
  await expect(notice(page, 'update')).toHaveCount(0);

  await leave(page);
  await expect(notice(page, 'update')).toBeVisible();
  await action(page, 'practice').tap();
  await expect(notice(page, 'update')).toHaveCount(0);
  await leave(page);
  expect(await versionOnMe(page)).not.toBe(nextVersion);
  await Promise.all([page.waitForEvent('load'), notice(page, 'update').getByRole('button').first().tap()]);
  expect(await versionOnMe(page)).toBe(nextVersion);
  expect(await answersOnMe(page)).toBe(2);
  await expect(notice(page, 'update')).toHaveCount(0);
});

test('without the tap the old version stays, also through a reload, and offers it again', async ({ page, host }) => {
  await startInstalled(page);
  deploy(host);
  await reload(page);
  await expect(notice(page, 'update')).toBeVisible();
  await reload(page);
  await expect(notice(page, 'update')).toBeVisible();
  expect(await versionOnMe(page)).not.toBe(nextVersion);
});

test('where another window takes the new version, this one goes on with its scene', async ({ page, context, host }) => {
  test.slow();
  await startInstalled(page);
  await action(page, 'practice').tap();
  deploy(host);
  await comeBack(page);
  const other = await context.newPage();
  await visit(other, '#/me');
  await Promise.all([other.waitForEvent('load'), notice(other, 'update').getByRole('button').first().tap()]);
  expect(await versionOnMe(other)).toBe(nextVersion);

  await page.bringToFront();
  await answer(page);
  await goOn(page);
  await answer(page);
  await expect(notice(page, 'update')).toHaveCount(0);
  await goOn(page);
  await leave(page);
  await Promise.all([page.waitForEvent('load'), notice(page, 'update').getByRole('button').first().tap()]);
  expect(await versionOnMe(page)).toBe(nextVersion);
  expect(await answersOnMe(page)).toBe(3);
});

test('row 24: a deployment that is taken back is offered like any other, and finds the answers', async ({
  page,
  host,
}) => {
  test.slow();
  await startInstalled(page);
  const take = async () => {
    await comeBack(page);
    await Promise.all([page.waitForEvent('load'), notice(page, 'update').getByRole('button').first().tap()]);
  };
  deploy(host);
  await take();
  expect(await versionOnMe(page)).toBe(nextVersion);
  host.serve(process.env['LEITSTERN_DIST']!);
  await take();
  expect(await versionOnMe(page)).not.toBe(nextVersion);
  expect(await answersOnMe(page)).toBe(1);
});

test('a screen whose file is missing says so and helps itself by a reload', async ({ page, host, guard }) => {
  guard.allow(/404|Failed to fetch dynamically imported module/);
  host.intercept(({ path }) => (/assets\/Charter-.*\.js$/.test(path) ? { status: 404, body: 'not found' } : undefined));
  await visit(page, '#/charter');
  const help = page.getByRole('button', { name: de.trouble.reload });
  await expect(help).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link')).not.toHaveCount(0);
  await page.getByRole('main').getByRole('link').tap();
  await expect(screen(page, 'today')).toBeVisible();
  await go(page, '#/charter');
  await expect(help).toBeVisible();
  host.intercept(undefined);
  await help.tap();
  await expect(screen(page, 'charter')).toBeVisible();
});
