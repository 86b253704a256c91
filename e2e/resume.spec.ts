/** Proves that what was left in the middle is gone on with at the very turn. */
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, goOn, offlineReady, screen, standing, visit } from './pages.ts';
import { dialogue } from './packs.ts';

test('a dialogue left by closing the page goes on at its turn, in the same order', async ({ page, context, packs }) => {
  const { scenario, response } = dialogue(packs.de);
  await visit(page, `#/practice?scene=${scenario.id}`);
  await answer(page, { response });
  await goOn(page);
  const left = await standing(page);
  expect(left.scenario).toBe(scenario.id);
  expect(left.turn).not.toBe(scenario.turns[0]!.id);
  await page.close();

  const later = await context.newPage();
  await visit(later);
  await action(later, 'practice').tap();
  expect(await standing(later)).toEqual(left);
  await answer(later);
  expect(await answersOnMe(later)).toBe(2);
});

test('a round left by closing the browser goes on in the next one', async ({ startBrowser, packs }) => {
  test.slow();
  const { scenario, response } = dialogue(packs.de);
  const before = await startBrowser();
  const page = await before.newPage();
  await visit(page);
  await answer(page, { response: 1 });
  await goOn(page);
  const second = await standing(page);
  await before.close();

  const between = await startBrowser();
  const again = await between.newPage();
  await visit(again);
  await action(again, 'practice').tap();
  expect(await standing(again)).toEqual(second);
  const linked = await between.newPage();
  await visit(linked, `#/practice?scene=${scenario.id}`);
  await answer(linked, { response });
  await goOn(linked);
  const inDialogue = await standing(linked);
  await between.close();

  const after = await startBrowser();
  const last = await after.newPage();
  await visit(last);
  await expect(screen(last, 'today')).toBeVisible();
  await action(last, 'practice').tap();
  expect(await standing(last)).toEqual(inDialogue);
  expect(await answersOnMe(last)).toBe(2);
});

test('who answers the first scene before the others are there can go on with the whole round', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/assets\/pack-de-.*\.json$/, async (route) => {
    await released;
    await route.continue();
  });
  await visit(page);
  await answer(page);
  release();
  await offlineReady(page);
  await page.reload();
  await expect(screen(page, 'today').getByText(de.today.resumeHint(2, 5))).toBeVisible();
});
