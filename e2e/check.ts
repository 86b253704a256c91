import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Pack } from '../src/domain/pack.ts';
import { standing } from './pages.ts';

const bestOf = (pack: Pack, scenario: string, turn: string): string =>
  pack.scenarios
    .find(({ id }) => id === scenario)!
    .turns.find(({ id }) => id === turn)!
    .responses.find(({ marks }) => marks.customer === 3 && marks.business === 3)!.id;

/** Answers the open scenes of the check until `stop` says so or it is over. */
export async function takeCheck(
  page: Page,
  pack: Pack,
  choose: 'best' | 'any',
  stop: (answered: number) => boolean,
): Promise<number> {
  for (let answered = 0; ; answered++) {
    await page.locator('[data-response]').or(page.locator('[data-passed]')).first().waitFor();
    if ((await page.locator('[data-passed]').count()) || stop(answered)) return answered;
    const { scenario, turn, order } = await standing(page);
    const id = choose === 'best' ? bestOf(pack, scenario, turn) : order[0]!;
    await page.locator(`label:has([data-response="${id}"])`).tap();
    await page.locator('[data-submit="sure"]').tap();
    await expect(page.locator('[data-feedback]')).toHaveCount(0);
    await page.locator(`[data-scenario="${scenario}"][data-turn="${turn}"]`).waitFor({ state: 'detached' });
  }
}
