/** Proves that a worker which spoils everything can be got rid of from outside, and that it costs nobody an answer. */
import { rescueWorker } from '../src/build/rescue.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { answer, answersOnMe, offlineReady, reload, screen, visit } from './pages.ts';

/** Takes over at once and answers everything wrongly. */
const brokenWorker = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) =>
    event.respondWith(new Response('broken', { status: 500, headers: { 'content-type': 'text/html' } })));
`;

test('row 25: a broken worker is ended by a rescue build with one reload, the answers are there, and the next build works offline', async ({
  page,
  host,
  guard,
}) => {
  test.slow();
  guard.allow(/status of 500|nothing to rescue|ERR_CONNECTION_REFUSED .*icon-\d+\.png/);
  const deployWorker = (body: string) =>
    host.intercept(({ path }) =>
      path === 'sw.js'
        ? { headers: { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }, body }
        : undefined,
    );
  await visit(page);
  await answer(page);
  await offlineReady(page);
  await page.evaluate(() => caches.open('of another app'));
  const before = (await readDatabase(page)).stores['answers'];

  deployWorker(brokenWorker);
  const changed = page.evaluate(
    () =>
      new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })),
  );
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())!.update());
  await changed;
  await page.reload();
  await expect(page.getByText('broken', { exact: true })).toBeVisible();

  deployWorker(rescueWorker);
  let loads = 0;
  page.on('load', () => loads++);
  await page.reload();
  await expect(screen(page, 'today')).toBeVisible({ timeout: 20_000 });
  expect(loads, 'the one asked for, and one by the rescue').toBe(2);
  expect((await readDatabase(page)).stores['answers']).toEqual(before);
  expect(await page.evaluate(() => caches.keys())).toEqual(['of another app']);

  await reload(page);
  const declined = page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
  await declined;
  await expect(page.locator('html[data-offline-ready]')).toHaveCount(0);
  expect(await answersOnMe(page)).toBe(1);
  expect(loads, 'no reload but ours').toBe(3);

  host.intercept(undefined);
  await reload(page);
  await offlineReady(page);
  await host.kill();
  await reload(page);
  expect(await answersOnMe(page)).toBe(1);
});
