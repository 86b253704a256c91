/** Proves that the charter can be hung up, and that the app looks and speaks as it was told, from then on. */
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import { action, go, leave, notice, reload, screen, submit, visit } from './pages.ts';

/** How many strings of glyphs a PDF draws, and on how many pages. */
function readPdf(pdf: Buffer): { pages: number; texts: number } {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)endstream/g)].flatMap(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return [];
    }
  });
  return {
    pages: (raw.match(/\/Type\s*\/Page\b/g) ?? []).length,
    texts: streams.reduce((sum, stream) => sum + (stream.match(/\bT[jJ]\b/g) ?? []).length, 0),
  };
}

test('the charter prints as a poster: every principle, and nothing that only works on a screen', async ({
  page,
  packs,
}) => {
  await visit(page, '#/charter');
  await expect(screen(page, 'charter')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const { text } of packs.de.charter) await expect(screen(page, 'charter').getByText(text)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const { pages, texts } = readPdf(await page.pdf({ format: 'A4' }));
  expect(texts).toBeGreaterThan(packs.de.charter.length);
  expect(pages).toBeLessThanOrEqual(2);
});

const pick = (page: Page, name: string) =>
  screen(page, 'me')
    .locator('label', { has: page.getByRole('radio', { name, exact: true }) })
    .tap();

test('colours, text size and language are kept', async ({ page }) => {
  const root = page.locator('html');
  const look = () =>
    root.evaluate((node) => {
      const { fontSize, colorScheme } = getComputedStyle(node);
      return {
        text: parseFloat(fontSize),
        colorScheme,
        paper: getComputedStyle(document.body.parentElement!).backgroundColor,
      };
    });
  await visit(page, '#/me');
  await expect(screen(page, 'me')).toBeVisible();
  const before = await look();
  await pick(page, de.me.themes.dark);
  await pick(page, de.me.textSizes.larger);
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-text', 'larger');
  await reload(page);
  await expect(screen(page, 'me')).toBeVisible();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  const after = await look();
  expect(after.text).toBeCloseTo(before.text * 1.3125);
  expect(after.colorScheme).toBe('dark');
  expect(after.paper).not.toBe(before.paper);

  await pick(page, 'English');
  await expect(root).toHaveAttribute('lang', 'en');
  await reload(page);
  await expect(screen(page, 'me')).toBeVisible();
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(root).toHaveAttribute('data-text', 'larger');
});

test('the language changes in the middle of a scene, which stays where it is', async ({ page, packs }) => {
  await visit(page, '#/practice');
  const before = await submit(page, { response: 1 });
  const scene = packs.en.scenarios.find(({ id }) => id === before.scenario)!;
  const chosen = scene.turns[0]!.responses.find(({ id }) => id === before.order[1])!;
  await go(page, '#/me');
  await pick(page, 'English');
  await go(page, '#/practice');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scene.title);
  await expect(page.getByText(chosen.why)).toBeVisible();
});

test('deleting everything forgets how the app looked, too', async ({ page }) => {
  await visit(page, '#/me');
  await pick(page, de.me.themes.dark);
  for (const name of ['delete', 'delete-sure', 'delete-now']) await action(page, name).tap();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
});

test('that the app works without a network is said once, and never while a scene is open', async ({ page }) => {
  await visit(page);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await expect(notice(page, 'offline')).toHaveCount(0);
  await submit(page);
  await expect(notice(page, 'offline')).toHaveCount(0);
  await leave(page);
  await expect(notice(page, 'offline')).toBeVisible();
  await reload(page);
  await page.locator('html[data-offline-ready]').waitFor({ state: 'attached' });
  await expect(screen(page, 'today')).toBeVisible();
  await expect(notice(page, 'offline')).toHaveCount(0);
});
