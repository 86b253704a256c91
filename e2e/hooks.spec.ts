/** Proves that the hooks for tools from outside are there: benches, tests and others' scripts hold on to them. */
import { expect, test } from './fixtures.ts';
import { answer, go, goOn, leave, offlineReady, screen, visit } from './pages.ts';

test('every hook of the public interface is where it is promised', async ({ page, packs }) => {
  const scene = packs.de.scenarios.find(({ id }) => id === packs.de.first)!;
  const turn = scene.turns[0]!;
  const ids = turn.responses.map(({ id }) => id).toSorted();
  const attributes = async (hook: string) =>
    (
      await page.locator(`[${hook}]`).evaluateAll((nodes, name) => nodes.map((node) => node.getAttribute(name)!), hook)
    ).toSorted();

  await visit(page);
  await expect(page.locator('main[data-screen="practice"]')).toHaveCount(1);
  await expect(page.locator(`[data-scenario="${scene.id}"][data-turn="${turn.id}"]`)).toHaveCount(1);
  expect(await attributes('data-response')).toEqual(ids);
  await expect(page.locator('input[type="radio"][data-response]')).toHaveCount(ids.length);
  expect(await attributes('data-submit')).toEqual(['sure', 'unsure']);
  await expect(page.locator('[data-feedback]')).toHaveCount(0);

  await answer(page);
  await expect(page.locator('[data-feedback][data-saved="true"]')).toHaveCount(1);
  expect(await attributes('data-explains')).toEqual(ids);
  await expect(page.locator('[data-feedback] [data-action="next"]')).toHaveCount(1);
  await offlineReady(page);
  await goOn(page);
  await leave(page);

  for (const name of ['today', 'path', 'library', 'charter', 'moment', 'check', 'welcome', 'licences', 'me'] as const) {
    await go(page, name === 'today' ? '#/' : `#/${name}`);
    await expect(screen(page, name)).toBeVisible();
    await expect(page.locator('main[data-screen]')).toHaveCount(1);
  }
  await expect(page.locator('[data-count="answers"]')).toHaveText('1');
});
