/** Proves that a later visit shows Today's beginning before anything else is there, and the right one. */
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { getStuck, limit } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, goOn, leave, offlineReady, reload, screen, standing, started, visit } from './pages.ts';

test.beforeEach(async ({ page }) => {
  await visit(page);
  await answer(page);
  await offlineReady(page);
});

declare global {
  interface Window {
    framesSeen: string[];
  }
}

/** From here on the app comes late: the database does not answer at the next visit. */
const comeLate = (page: Page) => page.addInitScript(getStuck, 1);

test('it stands there while the database does not answer, and what is tapped then opens', async ({ page, packs }) => {
  await goOn(page);
  await leave(page);
  await comeLate(page);
  await page.reload();
  const start = page.locator('[data-start]');
  await expect(start.getByRole('heading', { level: 1 })).toHaveText(packs.de.motto);
  await expect(start).toHaveCount(1);
  await expect(start.getByRole('link', { name: de.places.library })).toBeVisible();
  await expect(action(page, 'practice')).toHaveText(de.today.resume);
  await action(page, 'practice').tap();
  await expect(screen(page, 'practice')).toBeVisible({ timeout: limit });
  expect((await standing(page)).order.length).toBeGreaterThan(2);
});

test('it speaks the language that was chosen and wears its colours, and keeps the focus', async ({ page, packs }) => {
  await page.evaluate(() =>
    localStorage.setItem('leitstern.preferences', '{"language":"en","theme":"dark","text":"large"}'),
  );
  await comeLate(page);
  await page.goto('./#/');
  await page.reload();
  const start = page.locator('[data-start]');
  await expect(start.getByRole('heading', { level: 1 })).toHaveText(packs.en.motto);
  await expect(page.locator('html[data-theme="dark"][data-text="large"][lang="en"]')).toHaveCount(1);
  const library = page.getByRole('link', { name: en.places.library });
  await library.focus();
  await started(page);
  await expect(library).toBeFocused();
});

/** Writes down in each frame which screen can be seen; an empty text is none. */
async function watchFrames(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const frames = (window.framesSeen = [] as string[]);
    const look = () => {
      const main = document.querySelector<HTMLElement>('main');
      frames.push(main?.checkVisibility() ? main.dataset['screen']! : '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => window.framesSeen);
}

test('who asks for another screen, or was never here, does not see it', async ({ page }) => {
  const frames = await watchFrames(page);
  const shown = async () => [...new Set(await frames())].filter(Boolean);
  await page.goto('./#/library');
  await reload(page);
  await expect(screen(page, 'library')).toBeVisible();
  expect(await shown()).toEqual(['library']);

  await page.goto('./#/');
  await page.evaluate(() => localStorage.removeItem('leitstern-marker'));
  await page.reload();
  // As on a first visit, until the database says that it is none.
  await expect.poll(shown).toEqual(['practice', 'today']);
});

test('no empty frame lies between it and Today', async ({ page }) => {
  const frames = await watchFrames(page);
  await page.goto('./#/');
  await page.reload();
  await page.locator('[data-screen="today"] a[href="#/me"]').waitFor();
  const seen = await frames();
  expect(seen.lastIndexOf('')).toBeLessThan(seen.indexOf('today'));
});
