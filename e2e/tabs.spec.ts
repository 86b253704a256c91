/** Proves that two windows do not stand in each other's way. */
import type { Page } from 'playwright';
import { nextSchema } from './faults.ts';
import { expect, test } from './fixtures.ts';
import { answersOnMe, expectSaved, feedback, notice, reload, visit } from './pages.ts';

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

test('row 13: an old window lets a new version have the database at once, and says so', async ({ context }) => {
  const old = await context.newPage();
  await visit(old);
  await answers(old, 1);
  const fresh = await context.newPage();
  await fresh.addInitScript(nextSchema);
  await visit(fresh);
  await expect(notice(old, 'future')).toBeVisible();
  expect(await answersOnMe(fresh)).toBe(1);
  await expect(notice(fresh, 'blocked')).toHaveCount(0);
  await press(old, 'label:has([data-response])');
  await press(old, '[data-submit="sure"]');
  await feedback(old).waitFor();
  await expect(feedback(old)).not.toHaveAttribute('data-saved', 'true');
});

test('row 13: where an old window does not let go, the new one says so, and works once that is closed', async ({
  context,
}) => {
  const old = await context.newPage();
  await old.addInitScript(() => {
    IDBDatabase.prototype.close = () => {};
  });
  await visit(old);
  await answers(old, 1);
  const fresh = await context.newPage();
  await fresh.addInitScript(nextSchema);
  await visit(fresh);
  await expect(notice(fresh, 'blocked')).toBeVisible();
  await old.close();
  await Promise.all([fresh.waitForEvent('load'), press(fresh, '[data-notice="blocked"] button')]);
  expect(await answersOnMe(fresh)).toBe(1);
});
