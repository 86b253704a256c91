/** Proves that nothing needs the host once the app has been there. */
import type { Page } from 'playwright';
import { expect, test } from './fixtures.ts';
import {
  action,
  answer,
  answersOnMe,
  go,
  goOn,
  leave,
  offlineReady,
  reload,
  type Screen,
  screen,
  standing,
  visit,
} from './pages.ts';

/** What stands on each screen and comes from the pack in that language, so that an empty screen is none. */
const places = [
  ['#/', 'today'],
  ['#/path', 'path'],
  ['#/library', 'library'],
  ['#/charter', 'charter'],
  ['#/moment', 'moment'],
  ['#/check', 'check'],
  ['#/welcome', 'welcome'],
  ['#/licences', 'licences'],
  ['#/me', 'me'],
] as const satisfies [string, Screen][];

async function expectEverywhere(page: Page): Promise<void> {
  for (const [hash, name] of places) {
    await go(page, hash);
    await expect(screen(page, name).getByRole('heading').first()).toBeVisible();
  }
}

// What works without the host is then the worker's doing and not that of the browser's cache.
test.use({ hostHeaders: { 'cache-control': 'no-store' } });

/** Visits, answers once, waits until the app says that it could start without a network, and takes the host away. */
test.beforeEach(async ({ page, host, guard }) => {
  // Chromium asks for a tab's icon past every worker.
  guard.allow(/ERR_CONNECTION_REFUSED .*icon-\d+\.png/);
  await visit(page);
  await answer(page);
  await offlineReady(page);
  await goOn(page);
  await leave(page);
  await host.kill();
});

test('every screen opens, goes through a reload and by a link', async ({ page, context }) => {
  test.setTimeout(60_000);
  await expectEverywhere(page);
  for (const [hash, name] of places) {
    await go(page, hash);
    await reload(page);
    await expect(screen(page, name).getByRole('heading').first()).toBeVisible();
    const linked = await context.newPage();
    await visit(linked, `${hash}`);
    await expect(screen(linked, name).getByRole('heading').first()).toBeVisible();
    await linked.close();
  }
});

test('a round goes on, and its answers are kept', async ({ page }) => {
  await reload(page);
  await action(page, 'practice').tap();
  await answer(page);
  await goOn(page);
  const left = await standing(page);
  await reload(page);
  expect(await standing(page)).toEqual(left);
  expect(await answersOnMe(page)).toBe(2);
});

test('an explanation opens by its link', async ({ context, packs }) => {
  const scene = packs.de.scenarios.at(-1)!;
  const page = await context.newPage();
  await visit(page, `#/library/${scene.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scene.title);
  await action(page, 'uncover').tap();
  await expect(page.getByText(scene.turns[0]!.responses[0]!.why)).toBeVisible();
});

for (const visit of ['the first visit', 'a later visit']) {
  test(`on ${visit} the language changes, and a backup is saved`, async ({ page, packs }) => {
    if (visit === 'a later visit') await reload(page);
    await go(page, '#/me');
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(screen(page, 'me').getByText(packs.en.title)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    await reload(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectEverywhere(page);
  });
}
