/** Proves that a new version waits for its moment, and that a deployment takes nothing from anybody. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { de } from '../src/i18n/de.ts';
import { nextVersion } from './builds.ts';
import { expect, test } from './fixtures.ts';
import { typeOf } from './host/files.ts';
import { action, answer, answersOnMe, go, goOn, leave, notice, reload, screen, standing, visit } from './pages.ts';
import { comeBack, deploy, startInstalled, takeUpdate, versionOnMe } from './updating.ts';

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
  await takeUpdate(page);
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
  await takeUpdate(other);
  expect(await versionOnMe(other)).toBe(nextVersion);

  await page.bringToFront();
  await answer(page);
  await goOn(page);
  await answer(page);
  await expect(notice(page, 'update')).toHaveCount(0);
  await goOn(page);
  await leave(page);
  await takeUpdate(page);
  expect(await versionOnMe(page)).toBe(nextVersion);
  expect(await answersOnMe(page)).toBe(3);
});

test.describe('where nothing comes from the cache of the browser', () => {
  test.use({ hostHeaders: { 'cache-control': 'no-store' } });

  for (const keeps of [true, false]) {
    test(`where another window takes the new version, screens of the old one that were never open ${
      keeps ? 'come from the host, which keeps its files' : 'say so, and a reload brings the new ones'
    }`, async ({ page, context, host, guard }) => {
      test.slow();
      if (!keeps) guard.allow(/404|Failed to fetch dynamically imported module/);
      await startInstalled(page);
      await action(page, 'practice').tap();
      deploy(host);
      if (keeps)
        host.intercept(({ path }) => {
          const old = join(process.env['LEITSTERN_DIST']!, path);
          if (!path.startsWith('assets/') || existsSync(join(process.env['LEITSTERN_NEXT']!, path))) return undefined;
          return { headers: { 'content-type': typeOf(path) }, body: readFileSync(old) };
        });
      await comeBack(page);
      const other = await context.newPage();
      await visit(other, '#/me');
      await takeUpdate(other);
      await screen(other, 'me').waitFor();
      await page.bringToFront();
      await answer(page);
      for (const place of ['library', 'me'] as const) {
        await go(page, `#/${place}`);
        const help = page.getByRole('button', { name: de.trouble.reload });
        if (!keeps) await Promise.all([page.waitForEvent('load'), help.tap()]);
        await expect(screen(page, place)).toBeVisible();
        // The reload has brought the new version, which has all its files.
        if (!keeps) break;
      }
      expect(await answersOnMe(page)).toBe(2);
      expect((await versionOnMe(page)) === nextVersion).toBe(!keeps);
    });
  }
});

test('row 24: a deployment that is taken back is offered like any other, and finds the answers', async ({
  page,
  host,
}) => {
  test.slow();
  await startInstalled(page);
  const take = async () => {
    await comeBack(page);
    await takeUpdate(page);
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
  let loads = 0;
  page.on('load', () => loads++);
  await help.tap();
  await expect.poll(() => loads).toBe(1);
  await expect(help, 'it is said again where the file is still missing').toBeVisible();
  await go(page, '#/');
  await expect(screen(page, 'today')).toBeVisible();
  await go(page, '#/charter');
  await expect(help).toBeVisible();
  expect(loads, 'and nothing is loaded again that nobody asked for').toBe(1);
  host.intercept(undefined);
  await help.tap();
  await expect(screen(page, 'charter')).toBeVisible();
});
