import type { Page } from 'playwright';

/** What a person does, by the hooks that the app promises to tools from outside. */

/** Taps with a finger; of a control inside a label, the label. */
async function tap(page: Page, selector: string, index = 0): Promise<void> {
  const found = await page
    .locator(selector)
    .nth(index)
    .evaluateHandle((node) => node.closest('label') ?? node);
  await found.asElement()!.tap();
}

const hasOpenScene = (): boolean =>
  !!document.querySelector('[data-response]') && !document.querySelector('[data-feedback]:not([hidden])');

async function sceneOpens(page: Page): Promise<boolean> {
  return page.waitForFunction(hasOpenScene, undefined, { timeout: 2000 }).then(
    () => true,
    () => false,
  );
}

/** Leaves the page with a scene that waits for its answer: the next one of the round, or one of a new round. */
export async function openScene(page: Page): Promise<void> {
  if (await page.locator('[data-feedback] [data-action="next"]').isVisible()) await tap(page, '[data-action="next"]');
  if (await sceneOpens(page)) return;
  // The round is over: its summary stands there.
  for (const hash of ['#/', '#/practice']) {
    await page.evaluate((to) => (location.hash = to), hash);
    if (await sceneOpens(page)) return;
  }
  throw new Error('no scene opens, neither after the last one nor at #/practice');
}

/** Chooses a response, `index` modulo their number, and submits it as sure. */
export async function answerScene(page: Page, index: number): Promise<void> {
  const count = await page.locator('[data-response]').count();
  await tap(page, '[data-response]', index % count);
  await page.waitForFunction(
    () => document.querySelector<HTMLButtonElement>('[data-submit="sure"]')?.disabled === false,
  );
  await tap(page, '[data-submit="sure"]');
}

/** The app has told that it could start without a network. */
export const readyForOffline = (page: Page): Promise<unknown> =>
  page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 30_000 });
