/** Proves that a first load, whichever of its requests is cut off and where, heals with the next one. */
import { seeded, shuffled } from '../src/domain/random.ts';
import { expect, test } from './fixtures.ts';
import { answer, offlineReady, reload, visit } from './pages.ts';

/** How many cuts are tried, and which; the soak tries more. */
const { SOAK_RUNS: runs = '6', SOAK_SEED: seed = '1' } = process.env;

const ends = ['cut', 'half'] as const;

test('a first load that is cut at any of its requests, the worker’s too, is healed by the next', async ({
  browser,
  page,
  host,
  guard,
}) => {
  test.setTimeout(30_000 + 15_000 * Number(runs));
  guard.allow(/Failed to load resource|Failed to fetch|error loading dynamically imported|bad-precaching|ERR_/i);
  guard.allow(/ServiceWorker|service worker|Manifest|integrity|error occurred when fetching the script/i);
  await visit(page);
  await answer(page);
  await offlineReady(page);
  // The manifest's icons are asked for when the browser likes; the tab's is among what the worker keeps.
  const paths = [...new Set(host.requests.map(({ path }) => path))].filter(
    (path) => !/icon-(192|512)\.png$/.test(path),
  );
  expect(paths).toEqual(expect.arrayContaining(['', 'sw.js', 'app.html', 'licences.json']));
  expect(paths.length).toBeGreaterThan(30);
  const cuts = shuffled(
    paths.sort().flatMap((path) => ends.map((end) => ({ path, end }))),
    seeded(Number(seed)),
  );
  for (const { path: cut, end } of cuts.slice(0, Number(runs))) {
    await test.step(`${end}: ${cut || 'the page'}`, async () => {
      const context = await browser.newContext({ baseURL: host.url });
      await guard.watch(context);
      const visitor = await context.newPage();
      host.requests.length = 0;
      host.intercept(({ path }) => (path === cut ? end : undefined));
      await visitor.goto('./').catch(() => {});
      await expect
        .poll(() => host.requests, { timeout: 20_000 })
        .toContainEqual(expect.objectContaining({ path: cut }));
      if (cut) await expect(visitor.locator('[data-response], .cut-off button').first()).toBeVisible();
      host.intercept(undefined);
      if (cut) await reload(visitor);
      else await visit(visitor);
      await answer(visitor);
      await offlineReady(visitor);
      await context.close();
    });
  }
});
