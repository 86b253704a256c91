/** Proves that every text has room: on the narrowest phone, at twice the size, and the longest ones too. */
import type { Page } from 'playwright';
import { expect, test } from './fixtures.ts';
import { action, go, screen, visit } from './pages.ts';
import { walk } from './walk.ts';

/** What sticks out of the window sideways, or out of a box that cuts it off. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found = new Set<string>();
    if (document.documentElement.scrollWidth > width) found.add(`page: ${document.documentElement.scrollWidth} px`);
    for (const node of document.querySelectorAll('#app *, dialog[open] *')) {
      const box = node.getBoundingClientRect();
      if (box.width <= 1 || !node.checkVisibility() || node.closest('svg svg, .visually-hidden')) continue;
      const { overflowX, textOverflow } = getComputedStyle(node);
      const out = box.right > width + 0.5 || box.left < -0.5;
      const cut = node.scrollWidth > node.clientWidth + 1 && /hidden|clip/.test(overflowX) && textOverflow === 'clip';
      if (out || cut) found.add(`${out ? 'sticks out' : 'is cut'}: ${node.localName}.${node.classList.value}`);
    }
    return [...found];
  });

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing scrolls sideways on any screen', async ({ page, packs }) => {
    test.setTimeout(90_000);
    await walk(page, packs.de, async (state) => expect.soft(await overflowing(page), state).toEqual([]));
  });
});

test('nothing scrolls sideways on any screen with text at twice its size', async ({ page, packs }) => {
  test.setTimeout(90_000);
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'));
  });
  await walk(page, packs.de, async (state) => expect.soft(await overflowing(page), state).toEqual([]));
});

for (const language of ['de', 'en'] as const) {
  test.describe(() => {
    test.use({ viewport: { width: 360, height: 740 }, locale: language });

    test(`the explanation of every scene has room on a narrow phone, ${language}`, async ({ page, packs }) => {
      test.setTimeout(120_000);
      await visit(page, '#/library');
      await expect(screen(page, 'library')).toBeVisible();
      const found: string[] = [];
      for (const { id, turns } of packs[language].scenarios) {
        await go(page, `#/library/${id}`);
        await action(page, 'uncover').click();
        await expect(page.locator('[data-turn]')).toHaveCount(turns.length);
        found.push(...(await overflowing(page)).map((what) => `${id} ${what}`));
      }
      expect(found).toEqual([]);
    });
  });
}
