/** Proves that the app needs no host of its own: it works in any folder and leaves the rest of the host alone. */
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, offlineReady, reload, screen, visit } from './pages.ts';

// What works without the host is then the worker's doing and not that of the browser's cache.
test.use({ folder: '/a/b/', hostHeaders: { 'cache-control': 'no-store' } });

test('in a folder everything works, and the worker keeps to it', async ({ page, host }) => {
  await page.goto(host.url.replace(/\/$/, ''));
  expect(page.url()).toBe(host.url);
  await answer(page);
  await offlineReady(page);
  const registrations = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  );
  expect(registrations).toEqual([host.url]);
  const cached = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
  expect(cached.length).toBeGreaterThan(10);
  expect(cached.filter((url) => !url.startsWith(host.url))).toEqual([]);
  expect(host.requests.filter(({ status }) => status >= 400)).toEqual([]);

  await host.kill();
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  await action(page, 'practice').tap();
  await answer(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('the page of the other language is a start as good as the folder, offline too', async ({ page, host }) => {
  await visit(page, 'en.html');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await answer(page);
  await offlineReady(page);
  await host.kill();
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
