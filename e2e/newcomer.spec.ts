/** Proves the way of a new hire: from the printed link through stations and the final check to a certificate. */
import { de } from '../src/i18n/de.ts';
import { takeCheck } from './check.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, goOn, reload, screen, standing, visit } from './pages.ts';

test('from the printed link through two stations', async ({ page }) => {
  await visit(page, '#/welcome?company=M%C3%B6bel%20Brandt%3Cb%3E');
  await expect(screen(page, 'welcome').getByRole('heading')).toHaveText(de.onboarding.title('Möbel Brandt<b>'));
  await screen(page, 'welcome').getByRole('link', { name: de.onboarding.start }).tap();
  await screen(page, 'path').locator('a.primary').first().tap();
  await expect(screen(page, 'path').getByText(de.path.good)).toBeVisible();
  await action(page, 'practise-station').tap();
  await answer(page);
  while (await goOn(page)) await answer(page);
  await page.locator('textarea').fill('Wenn das Schild falsch ist, dann zahle ich den Fehler nicht dem Kunden auf.');
  await action(page, 'keep-intention').tap();
  await expect(page.getByText(de.summary.kept)).toBeVisible();
  await action(page, 'finish').tap();
  await go(page, '#/path');
  await expect(screen(page, 'path').getByText(de.path.tried(5, 6))).toHaveCount(1);

  await screen(page, 'path')
    .locator('li', { has: page.locator('a.primary') })
    .getByRole('heading')
    .getByRole('link')
    .tap();
  await action(page, 'practise-station').tap();
  await answer(page);
  await reload(page);
  await go(page, '#/');
  await action(page, 'practice').tap();
  await answer(page);
  expect(await answersOnMe(page)).toBeGreaterThanOrEqual(7);
});

test('the next day asks about the intention, once', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-23T10:00:00') });
  await visit(page);
  await answer(page);
  while (await goOn(page)) await answer(page);
  await page.locator('textarea').fill('Wenn es laut wird, dann leise werden.');
  await action(page, 'keep-intention').tap();
  await action(page, 'finish').tap();
  await expect(page.locator('[data-asked]')).toHaveCount(0);
  await page.clock.setSystemTime(new Date('2026-11-24T08:00:00'));
  await reload(page);
  await expect(page.locator('[data-asked]')).toContainText('Wenn es laut wird, dann leise werden.');
  await page.locator('[data-asked]').getByRole('button', { name: de.today.used }).tap();
  await expect(page.locator('[data-asked]')).toHaveCount(0);
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  await expect(page.locator('[data-asked]')).toHaveCount(0);
});

test('the final check is paused, resumed after closing and passed; the certificate prints on one page', async ({
  page,
  packs,
}) => {
  test.setTimeout(120_000);
  await visit(page, '#/check');
  await action(page, 'start-check').tap();
  expect(await takeCheck(page, packs.de, 'best', (n) => n === 5)).toBe(5);
  const before = await standing(page);
  await action(page, 'pause-check').tap();
  await reload(page);
  await action(page, 'resume-check').tap();
  expect(await standing(page)).toEqual(before);
  await takeCheck(page, packs.de, 'best', () => false);
  await expect(page.locator('[data-passed="true"]')).toBeVisible();
  await expect(page.locator('[data-explains]').first()).toBeAttached();
  await page.locator('[data-certificate-name]').fill('Ayşe Łukasiewicz-Öztürk');
  await expect(screen(page, 'check').getByText(de.check.honest)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  await reload(page);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('Ayşe');
});

test('a check that is not passed says so, explains everything, and the next draws other scenes', async ({
  page,
  packs,
}) => {
  test.setTimeout(120_000);
  const scenes = async (): Promise<Set<string>> => {
    const seen = new Set<string>();
    await action(page, 'start-check').tap();
    await takeCheck(page, { ...packs.de }, 'any', () => false);
    for (const link of await page.locator('details a[href^="#/library/"]').all())
      seen.add((await link.getAttribute('href'))!);
    return seen;
  };
  await visit(page, '#/check');
  const first = await scenes();
  await expect(page.locator('[data-passed="false"]')).toBeVisible();
  await page.getByRole('button', { name: de.check.title }).tap();
  const second = await scenes();
  expect([...second].filter((each) => first.has(each)).length).toBeLessThan(first.size / 2);
});

test('a moment is noted by keys, found by its words, changed and removed', async ({ page }) => {
  await visit(page, '#/moment');
  await page.locator('textarea').first().fill('Herr Müller stand zum dritten Mal wegen der Lieferung da.');
  await action(page, 'save-moment').tap();
  await expect(page.getByText(de.moment.needed)).toBeVisible();
  const field = page.locator('input[name="field"]');
  await field.first().focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(field.nth(3)).toBeChecked();
  await action(page, 'save-moment').tap();
  await expect(screen(page, 'library')).toBeVisible();
  await go(page, '#/library?q=mueller');
  await page.getByText('zum dritten Mal wegen der Lieferung').tap();
  await expect(field.nth(3)).toBeChecked();
  await page.locator('textarea').nth(1).fill('Vorher anrufen.');
  await action(page, 'save-moment').tap();
  await expect(screen(page, 'library')).toBeVisible();
  await reload(page);
  await page.getByText('zum dritten Mal wegen der Lieferung').tap();
  await expect(page.locator('textarea').nth(1)).toHaveValue('Vorher anrufen.');
  await page.getByRole('button', { name: de.moment.remove }).tap();
  await expect(screen(page, 'library')).toBeVisible();
  await expect(page.getByText('zum dritten Mal wegen der Lieferung')).toHaveCount(0);
});
