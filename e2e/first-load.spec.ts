/** Proves that a first load or an update which is cut, or answered by something else, heals with the next one. */
import { expect, test } from './fixtures.ts';
import type { Reply } from './host.ts';
import { answer, answersOnMe, go, notice, offlineReady, reload, screen, visit } from './pages.ts';

/** What has to be there, whatever is cut: the scene to read where it was asked for, else the screen, or a way to it. */
const places = {
  '': '[data-response], .cut-off button',
  '#/library': '[data-screen="library"], .cut-off button, main:not([data-screen]) button',
};

for (const [where, something] of Object.entries(places)) {
  test(`whichever script or pack of a first load at "${where}" is cut off, something is there, and a reload heals it`, async ({
    browser,
    page,
    host,
    guard,
  }) => {
    test.setTimeout(120_000);
    guard.allow(/Failed to load resource|Failed to fetch|error loading dynamically imported/i);
    await visit(page, where);
    await offlineReady(page);
    // Without it the page stays as it was delivered.
    const delivered = await (await page.request.get('./')).text();
    const entries = [...delivered.matchAll(/<script[^>]* src="\.\/([^"]+)"/g)].map(([, path]) => path!);
    expect(entries).toHaveLength(2);
    const paths = host.requests.map(({ path }) => path);
    // Of the scripts, what comes after the code of the store is no longer needed for it.
    const last = paths.findIndex((path) => path.includes('keeping'));
    const pack = paths.find((path) => /\/pack-de-.*\.json$/.test(path));
    const first = new Set(paths.slice(0, last + 1).filter((path) => path.endsWith('.js')));
    expect(first.size).toBeGreaterThanOrEqual(4);
    expect(pack).toBeDefined();
    first.add(pack!);
    for (const cut of first) {
      await test.step(cut, async () => {
        const context = await browser.newContext({ baseURL: host.url, serviceWorkers: 'block' });
        await guard.watch(context);
        const visitor = await context.newPage();
        host.intercept(({ path }) => (path === cut ? 'cut' : undefined));
        await visitor.goto(`./${where}`);
        const shown = entries.includes(cut) ? places[''] : something;
        await expect(visitor.locator(shown).first(), cut).toBeVisible();
        host.intercept(undefined);
        await reload(visitor);
        await context.close();
      });
    }
  });
}

test('a login page that answers in place of a file is not kept for offline use', async ({ page, host, guard }) => {
  guard.allow(/MIME type|Failed to fetch dynamically imported|Failed to load resource|integrity/i);
  host.intercept(({ path }) =>
    /assets\/Charter-.*\.js/.test(path)
      ? { headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Login</p>' }
      : undefined,
  );
  await page.addInitScript(() => {
    const workers = navigator.serviceWorker;
    const register = workers.register.bind(workers);
    workers.register = async (...args) => {
      const registration = await register(...args);
      const worker = registration.installing ?? registration.waiting ?? registration.active;
      const tell = () => {
        if (!worker || /activated|redundant/.test(worker.state)) document.documentElement.dataset['settled'] = '';
      };
      worker?.addEventListener('statechange', tell);
      tell();
      return registration;
    };
  });
  await visit(page);
  await answer(page);
  await page.locator('html[data-settled]').waitFor({ state: 'attached' });
  host.intercept(undefined);
  await reload(page);
  await offlineReady(page);
  await host.kill();
  await reload(page);
  await go(page, '#/charter');
  await expect(screen(page, 'charter')).toBeVisible();
});

/** What hosts and networks answer in place of a file. */
const replies: Record<string, Reply> = {
  'a login page': { headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Login</p>' },
  'not found': { status: 404, body: 'not found' },
  'an error': { status: 500, body: 'error' },
  'a redirect': { status: 302, headers: { location: './' } },
};

for (const [what, reply] of Object.entries(replies)) {
  test(`a deployment that has ${what} for one of its files is not taken: the old version stays and works`, async ({
    page,
    host,
    guard,
  }) => {
    guard.allow(/status of (404|500)|bad-precaching|integrity|MIME type/);
    await visit(page);
    await answer(page);
    await offlineReady(page);
    host.serve(process.env['LEITSTERN_NEXT']!);
    host.intercept(({ path }) => (/assets\/Me-.*\.js/.test(path) ? reply : undefined));
    const worker = await page.evaluate(async () => {
      let registration: ServiceWorkerRegistration | undefined;
      while (!registration) {
        registration = await navigator.serviceWorker.getRegistration();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await registration.update();
      const worker = registration.installing ?? registration.waiting;
      if (worker && worker.state === 'installing')
        await new Promise((resolve) => worker.addEventListener('statechange', resolve));
      return { state: worker?.state, waiting: !!registration.waiting };
    });
    expect(worker).toEqual({ state: 'redundant', waiting: false });
    await host.kill();
    await reload(page);
    await expect(screen(page, 'today')).toBeVisible();
    await expect(notice(page, 'update')).toHaveCount(0);
    expect(await answersOnMe(page)).toBe(1);
  });
}

test('a first scene whose texts never come says that it cannot be answered, and how to go on', async ({
  page,
  host,
  guard,
}) => {
  guard.allow(/Failed to load resource|Failed to fetch|error loading dynamically imported/i);
  host.intercept(({ path }) => (/assets\/de-.*\.js/.test(path) ? 'cut' : undefined));
  await page.goto('./');
  await expect(page.locator('[data-response]').first()).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('nicht ganz laden');
  host.intercept(undefined);
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await answer(page);
});
