import type { Page } from 'playwright';

/** What a person does, by the hooks that the app promises to tools from outside. */

/** Taps with a finger; of a control inside a label, the label. */
async function tap(page: Page, selector: string, index = 0): Promise<void> {
  const found = await page
    .locator(selector)
    .nth(index)
    .evaluateHandle((node) => node.closest('label') ?? node);
  await found.tap();
}

const hasOpenScene = (): boolean =>
  !!document.querySelector('[data-response]') && !document.querySelector('[data-feedback]:not([hidden])');

const sceneOpens = (page: Page, timeout: number): Promise<boolean> =>
  page.waitForFunction(hasOpenScene, undefined, { timeout }).then(
    () => true,
    () => false,
  );

/** Leaves the page with a scene that waits for its answer: the next one of the round, or one of a new round. */
export async function openScene(page: Page): Promise<void> {
  const next = '[data-feedback] [data-action="next"]';
  const wentOn = await page.locator(next).isVisible();
  if (wentOn) await tap(page, next);
  if (await sceneOpens(page, wentOn ? 2000 : 10_000)) return;
  // The round is over and its summary stands there; a new start leads to a new round.
  await page.evaluate(() => (location.hash = '#/practice'));
  await page.reload();
  if (!(await sceneOpens(page, 10_000))) throw new Error('no scene opens at #/practice');
}

/**
 * Chooses a response, `index` modulo their number, and submits it as sure. Between the two a thumb needs a moment, and the
 * second tap is the finger's alone: the driver's own would look at the page before and after it.
 */
export async function answerScene(page: Page, index: number): Promise<void> {
  const count = await page.locator('[data-response]').count();
  await tap(page, '[data-response]', index % count);
  await page.waitForFunction(
    () => document.querySelector<HTMLButtonElement>('[data-submit="sure"]')?.disabled === false,
  );
  const button = page.locator('[data-submit="sure"]');
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await button.boundingBox())!;
  await page.waitForTimeout(300);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
}

/** The app has told that it could start without a network. */
export const readyForOffline = (page: Page): Promise<unknown> =>
  page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 30_000 });
