/** Proves that two windows do not stand in each other's way. */
import type { Page } from 'playwright';
import { expect, test } from './fixtures.ts';
import { answersOnMe, expectSaved, feedback, reload, visit } from './pages.ts';

/** Chromium holds a finger back from a window that is behind another one; this reaches it. */
const press = (page: Page, selector: string): Promise<void> => page.locator(selector).first().dispatchEvent('click');

async function answer(page: Page): Promise<void> {
  await press(page, 'label:has([data-response])');
  await expect(page.locator('[data-submit="sure"]')).toBeEnabled();
  await press(page, '[data-submit="sure"]');
  await expectSaved(page);
}

async function answers(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await answer(page);
    await press(page, '[data-action="next"]');
    await expect(feedback(page)).toHaveCount(0);
  }
}

test('two windows answer at the same time: neither waits for the other, and both count all', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([visit(one), visit(two)]);
  await Promise.all([answers(one, 5), answers(two, 5)]);
  expect([await answersOnMe(one), await answersOnMe(two)]).toEqual([10, 10]);
  await reload(one);
  expect(await answersOnMe(one)).toBe(10);
});

test('what one window does is seen in the other without a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await visit(one, '#/me');
  await visit(two, '#/practice');
  const count = one.locator('[data-count="answers"]');
  await expect(count).toHaveText('0');
  await answers(two, 1);
  await expect(count).toHaveText('1');
  await answers(two, 2);
  await expect(count).toHaveText('3');
  expect(await answersOnMe(two)).toBe(3);
});
