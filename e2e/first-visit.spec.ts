/** Proves what somebody meets who has never been here, with and without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { answer, responseIds, response, standing } from './pages.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [language, locale] of [
    ['de', 'de-DE'],
    ['en', 'en-GB'],
  ] as const) {
    test.describe(() => {
      test.use({ locale });

      test(`the first scene stands there in ${language}, ready to be tapped, and nothing is stored`, async ({
        page,
        context,
        packs,
      }) => {
        await page.goto('./');
        const pack = packs[language];
        const scene = pack.scenarios.find(({ id }) => id === pack.first)!;
        const turn = scene.turns[0]!;
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(scene.title);
        await expect(page.getByText(turn.situation)).toBeVisible();
        await expect(page.getByText(turn.customer.says)).toBeVisible();
        for (const { id, text } of turn.responses) {
          await response(page, id).tap();
          await expect(page.getByRole('radio', { name: text })).toBeChecked();
        }
        await expect(page.locator('noscript')).not.toBeEmpty();
        expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
      });
    });
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled });

    test(`the other language is one tap away ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
      page,
      packs,
    }) => {
      await page.goto('./');
      for (const pack of [packs.en, packs.de]) {
        await page.locator(`a[hreflang="${pack.language}"]`).tap();
        await expect(page.locator('html')).toHaveAttribute('lang', pack.language);
        const { title } = pack.scenarios.find(({ id }) => id === pack.first)!;
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      }
    });
  });
}

test('the script takes over the delivered page: every node stays, and so does what was chosen before', async ({
  page,
  host,
}) => {
  let arrive: (() => void) | undefined;
  const held = new Promise<undefined>((resolve) => (arrive = () => resolve(undefined)));
  host.intercept(({ path }) => (path.endsWith('.js') ? held : undefined));
  await page.goto('./', { waitUntil: 'commit' });
  const { order } = await standing(page);
  const chosen = order[1]!;
  await response(page, chosen).tap();
  await expect(page.locator('[data-submit="sure"]')).toBeDisabled();
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('#app *')) Object.assign(node, { delivered: true });
  });

  arrive?.();
  await expect(page.locator('[data-submit="sure"]')).toBeEnabled();
  // But for the explanation, which is made ready unseen as soon as something is chosen.
  const strangers = await page.evaluate(() =>
    [...document.querySelectorAll('[data-screen] *')]
      .filter((node) => !('delivered' in node) && !node.closest('section.feedback'))
      .map((node) => node.outerHTML),
  );
  expect(strangers).toEqual([]);
  expect(await responseIds(page)).toEqual(order);
  await expect(page.locator(`[data-response="${chosen}"]`)).toBeChecked();
  await page.locator('[data-submit="sure"]').tap();
  await expect(page.locator('[data-feedback] [data-explains]').first()).toHaveAttribute('data-explains', chosen);
});

test('storage is not touched before the first scene can be answered', async ({ page, host }) => {
  await page.addInitScript(() => {
    const asked: boolean[] = [];
    Object.assign(window, { asked });
    const open = indexedDB.open.bind(indexedDB);
    IDBFactory.prototype.open = (...args) => {
      asked.push(document.querySelector<HTMLButtonElement>('[data-submit]')?.disabled === false);
      return open(...args);
    };
  });
  let arrive: (() => void) | undefined;
  const held = new Promise<undefined>((resolve) => (arrive = () => resolve(undefined)));
  host.intercept(({ path }) => (path.endsWith('.js') ? held : undefined));
  await page.goto('./', { waitUntil: 'commit' });
  await response(page, (await standing(page)).order[0]!).tap();
  arrive?.();
  const asked = () => page.evaluate(() => (window as unknown as { asked: boolean[] }).asked);
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0);
  expect(await asked()).not.toContain(false);
});

test('a link to another place never leads through a first scene that does not react', async ({ page, host }) => {
  let arrive: (() => void) | undefined;
  const held = new Promise<undefined>((resolve) => (arrive = () => resolve(undefined)));
  host.intercept(({ path }) => (/assets\/(de|keeping)-.*\.js/.test(path) ? held : undefined));
  await page.goto('./#/library', { waitUntil: 'commit' });
  await expect(page.locator('[data-scenario]')).toHaveCount(0);
  arrive?.();
  await expect(page.locator('[data-screen="library"]')).toBeVisible();
});

test.describe('on a host that knows one language only', () => {
  test.use({ locale: 'en-GB' });

  test('an English browser meets English once the script is there', async ({ page, host, packs }) => {
    const index = readFileSync(join(process.env['LEITSTERN_DIST']!, 'index.html'));
    host.intercept(({ path }) =>
      path === '' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: index } : undefined,
    );
    await page.goto('./');
    const scene = packs.en.scenarios.find(({ id }) => id === packs.en.first)!;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(scene.title);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await answer(page, { response: scene.turns[0]!.responses[0]!.id });
    await expect(page.getByText(scene.turns[0]!.responses[0]!.why)).toBeVisible();
  });
});
