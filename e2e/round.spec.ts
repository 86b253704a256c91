/** Proves a round from the first scene to Today, by finger and by keyboard alone. */
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import {
  action,
  answer,
  answersOnMe,
  explainedIds,
  feedback,
  go,
  goOn,
  response,
  responseIds,
  screen,
  standing,
  type Standing,
  submit,
  visit,
} from './pages.ts';
import { desktop } from './phone.ts';

test('five scenes by finger: every response is explained, every answer kept', async ({ page, packs }) => {
  test.slow();
  await visit(page);
  const steps: Standing[] = [];
  do {
    const step = await answer(page, { response: steps.length, confidence: steps.length % 2 ? 'unsure' : 'sure' });
    steps.push(step);
    await action(page, 'next').waitFor();
    const explained = await explainedIds(page);
    expect(explained.toSorted()).toEqual(step.order.toSorted());
    expect(explained[0], 'the chosen one comes first').toBe(step.order[(steps.length - 1) % step.order.length]);
    const { responses } = packs.de.scenarios
      .find(({ id }) => id === step.scenario)!
      .turns.find(({ id }) => id === step.turn)!;
    for (const { why } of responses) await expect(feedback(page).getByText(why)).toBeVisible();
  } while (await goOn(page));

  const scenes = new Set(steps.map(({ scenario }) => scenario));
  expect(scenes.size).toBe(5);
  for (const id of scenes) {
    const { takeaway } = packs.de.scenarios.find((scenario) => scenario.id === id)!;
    await expect(screen(page, 'practice').getByText(takeaway).first()).toBeVisible();
  }
  await action(page, 'finish').tap();
  await expect(screen(page, 'today')).toBeVisible();
  expect(await answersOnMe(page)).toBe(steps.length);
});

test('the explanation that is made ready is met by nobody before the answer, and is that of the last choice', async ({
  page,
  packs,
}) => {
  await visit(page);
  const { scenario, order } = await standing(page);
  const { responses } = packs.de.scenarios.find(({ id }) => id === scenario)!.turns[0]!;
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const whole = await height();
  for (const id of order) {
    await response(page, id).tap();
    const ready = page.locator('section', { hasText: responses.find((each) => each.id === id)!.reaction });
    await ready.waitFor({ state: 'attached' });
    await expect(ready).toBeHidden();
    await expect(page.getByRole('main')).not.toContainText(de.feedback.others, { useInnerText: true });
    await expect(page.getByRole('heading', { name: de.feedback.others })).toHaveCount(0);
  }
  expect(await height()).toBe(whole);
  await expect(page.locator('[data-feedback], [data-explains], [data-action="next"]')).toHaveCount(0);
  await page.locator('[data-submit="unsure"]').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.feedback :focus')).toHaveCount(0);

  await page.locator('[data-submit="sure"]').tap();
  await expect(feedback(page).getByText(responses.find(({ id }) => id === order.at(-1))!.reaction)).toBeInViewport();
  await expect(page.getByRole('heading', { name: de.feedback.others })).toBeVisible();
  await expect(page.locator('.feedback :focus')).toHaveCount(1);
});

test.describe('by keyboard alone', () => {
  test.use(desktop);

  const focused = (page: Page, selector: string): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  /** On the control itself, or on the label that stands for it. */
  const focusIsVisible = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const active = document.activeElement!;
      return [active, active.closest('label')].some((node) => {
        const { outlineStyle, outlineWidth } = node
          ? getComputedStyle(node)
          : { outlineStyle: 'none', outlineWidth: '' };
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
    });

  /** Presses Tab until the focus is there; on the way it is always to be seen. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      expect(await focusIsVisible(page), await page.evaluate(() => document.activeElement!.outerHTML)).toBe(true);
      if (await focused(page, selector)) return;
    }
    throw new Error(`Tab does not lead to ${selector}`);
  }

  test('numbers and arrows choose, Tab and Enter go on, and the focus goes where the eye does', async ({ page }) => {
    test.slow();
    await visit(page);
    await expect(page.locator('[data-submit="sure"]')).toBeVisible();
    for (let scene = 0, more = true; more; scene++) {
      const { order } = await standing(page);
      const number = 1 + (scene % order.length);
      // The first press may come before the script.
      await expect(async () => {
        await page.keyboard.press(String(number));
        await expect(page.locator(`[data-response="${order[number - 1]}"]`)).toBeChecked({ timeout: 500 });
      }).toPass();
      expect(await focusIsVisible(page)).toBe(true);
      await page.keyboard.press('ArrowDown');
      const chosen = order[number % order.length]!;
      await expect(page.locator(`[data-response="${chosen}"]`)).toBeChecked();

      await tabTo(page, scene % 2 ? '[data-submit="unsure"]' : '[data-submit="sure"]');
      await page.keyboard.press('Enter');
      await expect(feedback(page)).toBeVisible();
      expect(await focused(page, '[data-feedback] *'), 'the focus is in the explanation').toBe(true);
      expect((await explainedIds(page))[0]).toBe(chosen);
      await action(page, 'next').waitFor();

      await tabTo(page, '[data-action="next"]');
      await page.keyboard.press('Enter');
      await expect(feedback(page)).toHaveCount(0);
      more = (await responseIds(page)).length > 0;
      await expect.poll(() => focused(page, 'main, main *'), 'the focus is in what is new').toBe(true);
    }
    await tabTo(page, '[data-action="finish"]');
    await page.keyboard.press('Enter');
    await expect(screen(page, 'today')).toBeVisible();
    await expect.poll(() => focused(page, '[data-screen="today"]')).toBe(true);
    await tabTo(page, '[data-screen="today"] [data-action="practice"]');
    await page.keyboard.press('Enter');
    await expect(screen(page, 'practice')).toBeVisible();
  });
});

test('the very first round can be followed by another one', async ({ page }) => {
  await visit(page);
  do await submit(page);
  while (await goOn(page));
  await action(page, 'another').tap();
  await standing(page);
  await answer(page);
});

test('another address asks for another round', async ({ page, packs }) => {
  await visit(page);
  await answer(page);
  await go(page, '#/practice');
  await goOn(page);
  const wanted = packs.de.scenarios.at(-1)!.id;
  await go(page, `#/practice?scene=${wanted}`);
  await expect(page.locator('[data-scenario]')).toHaveAttribute('data-scenario', wanted);
});
