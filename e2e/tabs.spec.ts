/** Proves that two windows do not stand in each other's way. */
import type { Page } from 'playwright';
import { expect, test } from './fixtures.ts';
import { answer, answersOnMe, go, goOn } from './pages.ts';

async function answers(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await answer(page, { response: i });
    if (i + 1 < count) await goOn(page);
  }
}

test('two windows answer at the same time: neither waits for the other, and both count all', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto('./'), two.goto('./')]);
  await Promise.all([answers(one, 5), answers(two, 5)]);
  const counted = [await answersOnMe(one), await answersOnMe(two)];
  expect(counted).toEqual([10, 10]);
  await one.reload();
  expect(await answersOnMe(one)).toBe(10);
});

test('what one window does is seen in the other without a reload', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto('./#/me');
  await two.goto('./#/practice');
  await expect(one.locator('[data-count="answers"]')).toHaveText('0');
  await answer(two);
  await expect(one.locator('[data-count="answers"]')).toHaveText('1');
  await goOn(two);
  await answer(two);
  await expect(one.locator('[data-count="answers"]')).toHaveText('2');
  await go(two, '#/me');
  await expect(two.locator('[data-count="answers"]')).toHaveText('2');
});
