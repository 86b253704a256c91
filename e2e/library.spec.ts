/** Proves that the library finds what is looked for, keeps what was marked, and spoils no scene. */
import type { Page } from 'playwright';
import type { Scenario } from '../src/domain/pack.ts';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, explainedIds, go, reload, screen, visit } from './pages.ts';

const library = (page: Page) => screen(page, 'library');

const expectScenes = (page: Page, scenarios: readonly Scenario[], inOrder = true) =>
  expect
    .poll(async () => {
      const links = library(page).locator('ul a[href^="#/library/"]');
      const found = await links.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')!.slice(10)));
      return inOrder ? found : found.toSorted();
    })
    .toEqual(inOrder ? scenarios.map(({ id }) => id) : scenarios.map(({ id }) => id).toSorted());

/** The words of a scene that are written with letters that not every keyboard has. */
function wordsWithMarks({ title, turns }: Scenario): string[] {
  const texts = [title, ...turns.flatMap(({ customer, situation }) => [customer.name, situation])];
  return texts.join(' ').match(/[\p{L}]*[äöüßéıçğş][\p{L}]*/giu) ?? [];
}

const plain: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', é: 'e', ı: 'i', ç: 'c', ğ: 'g', ş: 's' };
const withoutMarks = (word: string) => word.toLowerCase().replace(/[äöüßéıçğş]/g, (letter) => plain[letter]!);
const asTyped = (word: string) => word.toLowerCase().replace(/[äöü]/g, (letter) => `${plain[letter]!}e`);

test('names and words with umlauts are found however they are typed', async ({ page, packs }) => {
  await visit(page, '#/library');
  const search = page.getByRole('searchbox');
  const samples = packs.de.scenarios
    .flatMap((scenario) =>
      wordsWithMarks(scenario)
        .slice(0, 1)
        .map((word) => ({ scenario, word })),
    )
    .slice(0, 12);
  expect(samples.length).toBeGreaterThan(5);
  for (const { scenario, word } of samples) {
    for (const typed of [word, word.toUpperCase(), withoutMarks(word), asTyped(word)]) {
      await search.fill(typed);
      await expect(library(page).locator(`a[href="#/library/${scenario.id}"]`), typed).toBeVisible();
    }
  }
  await search.fill('xyzzy');
  await expectScenes(page, []);
  await expect(library(page).getByText(de.library.found(0))).toBeVisible();
});

test('each filter shows exactly the scenes that it says, and the way back finds the list as it was', async ({
  page,
  packs,
}) => {
  const { scenarios, charter } = packs.de;
  await visit(page, '#/library');
  await expectScenes(page, scenarios);
  const choose = async (label: string, value: string) => page.getByLabel(label).selectOption(value);

  for (const channel of new Set(scenarios.map((scenario) => scenario.channel))) {
    await choose(de.library.channel, channel);
    await expectScenes(
      page,
      scenarios.filter((scenario) => scenario.channel === channel),
    );
  }
  await choose(de.library.channel, '');
  for (const industry of new Set(scenarios.map((scenario) => scenario.industry))) {
    await choose(de.library.industry, industry);
    await expectScenes(
      page,
      scenarios.filter((scenario) => scenario.industry === industry),
    );
  }
  await choose(de.library.industry, '');
  for (const { id } of charter) {
    await choose(de.library.principle, id);
    const practising = scenarios.filter(({ principles }) => principles.includes(id));
    await expectScenes(page, practising);
    const first = practising[0];
    if (!first) continue;
    await choose(de.library.channel, first.channel);
    const both = practising.filter(({ channel }) => channel === first.channel);
    await expectScenes(page, both);
    await library(page).locator(`a[href="#/library/${first.id}"]`).tap();
    await page.locator(`[data-scenario="${first.id}"]`).first().waitFor();
    await page.goBack();
    await expectScenes(page, both);
    await choose(de.library.channel, '');
  }
});

test('a new scene keeps its key covered until it is asked for', async ({ page, packs }) => {
  const scene = packs.de.scenarios.find(({ turns }) => turns.length > 1)!;
  await visit(page, `#/library/${scene.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scene.title);
  expect(await explainedIds(page)).toEqual([]);
  const text = await library(page).innerText();
  for (const { responses } of scene.turns)
    for (const { why, reaction } of responses) for (const key of [why, reaction]) expect(text).not.toContain(key);
  expect(text).not.toContain(scene.takeaway);

  await action(page, 'uncover').tap();
  const all = scene.turns.flatMap(({ responses }) => responses);
  await expect(page.locator('[data-explains]')).toHaveCount(all.length);
  const uncovered = await library(page).innerText();
  for (const { why } of all) expect(uncovered).toContain(why);
  await reload(page);
  await expect(action(page, 'uncover')).toBeVisible();
  expect(await explainedIds(page)).toEqual([]);
});

test('a scene that was tried is explained at once; missed ones and new ones are told apart', async ({
  page,
  packs,
}) => {
  const { scenarios } = packs.de;
  const scene = scenarios.find(({ turns }) => turns.length === 1)!;
  const miss = scene.turns[0]!.responses.find(({ marks }) => Math.min(marks.customer, marks.business) < 2)!;
  await visit(page, `#/practice?scene=${scene.id}`);
  await answer(page, { response: miss.id });
  await go(page, `#/library/${scene.id}`);
  await expect(page.locator('[data-explains]')).toHaveCount(scene.turns[0]!.responses.length);

  await go(page, '#/library');
  const show = page.getByLabel(de.library.show);
  await show.selectOption('mistakes');
  await expectScenes(page, [scene]);
  await show.selectOption('untried');
  await expectScenes(
    page,
    scenarios.filter((other) => other !== scene),
  );
  await show.selectOption('bookmarks');
  await expectScenes(page, []);
});

test('a bookmark is kept, is found, and can be taken off again', async ({ page, packs }) => {
  const scene = packs.de.scenarios[3]!;
  const bookmark = library(page).getByRole('button', { name: de.feedback.bookmark });
  await visit(page, `#/library/${scene.id}`);
  await bookmark.tap();
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await reload(page);
  await expect(bookmark).toHaveAttribute('aria-pressed', 'true');
  await go(page, '#/library?show=bookmarks');
  await expectScenes(page, [scene]);
  await library(page).locator(`a[href="#/library/${scene.id}"]`).tap();
  await bookmark.tap();
  await expect(bookmark).toHaveAttribute('aria-pressed', 'false');
  await reload(page);
  await go(page, '#/library?show=bookmarks');
  await expectScenes(page, []);
});

test('a link to a scene that does not exist says so and leads back', async ({ page }) => {
  await visit(page, '#/library/retail/never-written');
  await expect(library(page).getByText(de.library.gone)).toBeVisible();
  await library(page).locator('a[href="#/library"]').first().tap();
  await expect(page.getByRole('searchbox')).toBeVisible();
});
