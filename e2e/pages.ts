import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** What a person does and finds, by the hooks that the app promises to tools from outside. */

export type Screen =
  'today' | 'practice' | 'path' | 'library' | 'charter' | 'me' | 'moment' | 'check' | 'welcome' | 'licences';

export const screen = (page: Page, name: Screen): Locator => page.locator(`[data-screen="${name}"]`);
export const notice = (page: Page, key: string): Locator => page.locator(`[data-notice="${key}"]`);
export const action = (page: Page, name: string): Locator => page.locator(`[data-action="${name}"]`);
export const feedback = (page: Page): Locator => page.locator('[data-feedback]');
const responses = (page: Page): Locator => page.locator('[data-response]');

/** The label, which is what a finger meets. */
export const response = (page: Page, id: string): Locator =>
  page.locator('label', { has: page.locator(`[data-response="${id}"]`) });

/** The script has taken over from the delivered page. */
export const started = (page: Page): Promise<void> =>
  page.locator('html[data-theme]:not(:has([data-start]))').waitFor({ state: 'attached' });

/** @param where a hash, or the name of another start page */
export async function visit(page: Page, where = ''): Promise<void> {
  await page.goto(`./${where}`);
  await started(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await started(page);
}

/** Goes to an address of the app, without loading the page again. */
export const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

export const offlineReady = (page: Page): Promise<void> =>
  page.locator('html[data-offline-ready]').waitFor({ state: 'attached', timeout: 20_000 });

/** Where a round stands: the scene, its turn, and the ids of the responses in the order in which they are shown. */
export interface Standing {
  scenario: string;
  turn: string;
  order: string[];
}

const idsOf = (locator: Locator, hook: string): Promise<string[]> =>
  locator.evaluateAll((nodes, name) => nodes.map((node) => node.getAttribute(name) ?? ''), hook);

export const responseIds = (page: Page): Promise<string[]> => idsOf(responses(page), 'data-response');
export const explainedIds = (page: Page): Promise<string[]> => idsOf(page.locator('[data-explains]'), 'data-explains');

export async function standing(page: Page): Promise<Standing> {
  await responses(page).first().waitFor();
  const scene = page.locator('[data-scenario]');
  return {
    scenario: (await scene.getAttribute('data-scenario')) ?? '',
    turn: (await scene.getAttribute('data-turn')) ?? '',
    order: await responseIds(page),
  };
}

export interface Choice {
  /** Its place in the list as shown, or its id. */
  response?: number | string;
  confidence?: 'sure' | 'unsure';
}

/** Chooses and submits with a finger. */
export async function submit(
  page: Page,
  { response: chosen = 0, confidence = 'sure' }: Choice = {},
): Promise<Standing> {
  const stand = await standing(page);
  const id = typeof chosen === 'number' ? stand.order[chosen % stand.order.length]! : chosen;
  await response(page, id).tap();
  await page.locator(`[data-submit="${confidence}"]`).tap();
  await feedback(page).waitFor();
  return stand;
}

export const expectSaved = (page: Page): Promise<void> => expect(feedback(page)).toHaveAttribute('data-saved', 'true');

/** Answers the scene that is open, until the answer is on disk. */
export async function answer(page: Page, choice?: Choice): Promise<Standing> {
  const stand = await submit(page, choice);
  await expectSaved(page);
  return stand;
}

/** From the explanation to the next turn or scene (`true`), or to the summary. */
export async function goOn(page: Page): Promise<boolean> {
  await action(page, 'next').tap();
  await feedback(page).waitFor({ state: 'detached' });
  await responses(page).or(action(page, 'finish')).first().waitFor();
  return (await responses(page).count()) > 0;
}

/** Leaves the round that is open, for Today. */
export async function leave(page: Page): Promise<void> {
  await screen(page, 'practice').locator('a[href="#/"]').first().tap();
  await screen(page, 'today').waitFor();
}

/** Goes to Me and reads how many answers are stored. */
export async function answersOnMe(page: Page): Promise<number> {
  await go(page, '#/me');
  return Number(await page.locator('[data-count="answers"]').textContent());
}

/** The own map, in words: every spot with its place and its count. */
export async function mapOnMe(page: Page): Promise<string> {
  await go(page, '#/me');
  return (await screen(page, 'me').getByRole('img').first().getAttribute('aria-label')) ?? '';
}
