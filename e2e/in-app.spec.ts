/** Proves that people learn, calmly and once, where offline use and installing do not work, and what helps. */
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import { answer, answersOnMe, go, goOn, leave, notice, reload, screen, visit } from './pages.ts';

/** A name of this machine that browsers do not take for a secure one. */
const plainName = 'plain.test';
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${plainName} 127.0.0.1`];
    await use({ ...launchOptions, args });
  },
});

/** As in the browser of a messenger. */
const removeWorkers = () => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;

/** Answers the first scene of a visit and leaves for Today. */
async function begin(page: Page): Promise<void> {
  await visit(page);
  await answer(page);
  await goOn(page);
  await leave(page);
}

/** What a person would paste somewhere else. */
async function pasted(page: Page): Promise<string> {
  await go(page, '#/library');
  const field = screen(page, 'library').getByRole('searchbox');
  await field.focus();
  await page.keyboard.press('Control+V');
  return field.inputValue();
}

test('row 45: without a worker it is said between scenes what helps, until it is closed, and the address is copied', async ({
  page,
  host,
}) => {
  await page.addInitScript(removeWorkers);
  let loads = 0;
  page.on('load', () => loads++);
  await visit(page);
  await answer(page);
  await expect(notice(page, 'onlineOnly')).toHaveCount(0);
  await goOn(page);
  await expect(notice(page, 'onlineOnly')).toHaveCount(0);
  await leave(page);
  await expect(notice(page, 'onlineOnly')).toContainText(de.notices.onlineOnly.text);
  await reload(page);
  await expect(notice(page, 'onlineOnly')).toBeVisible();
  await notice(page, 'onlineOnly').getByRole('button', { name: de.notices.onlineOnly.action! }).tap();
  await expect(notice(page, 'copied')).toContainText(de.notices.copied.text);
  await expect(notice(page, 'onlineOnly')).toHaveCount(0);
  expect(await pasted(page)).toBe(`${host.url}#/`);
  await reload(page);
  expect(await answersOnMe(page)).toBe(1);
  await expect(notice(page, 'onlineOnly')).toHaveCount(0);
  expect(loads, 'nothing but the three loads of this test').toBe(3);
});

test('where nothing can be copied either, the menu is named', async ({ page }) => {
  await page.addInitScript(removeWorkers);
  await page.addInitScript(() => {
    document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await begin(page);
  await notice(page, 'onlineOnly').getByRole('button').first().tap();
  await expect(notice(page, 'uncopied')).toContainText(de.notices.uncopied.text);
});

test.describe('an iPhone', () => {
  test.use({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148' });

  for (const [name, shown] of [
    ['in Safari: the way to the home screen is shown after a round', 1],
    ['in another app: no way to the home screen is shown, there is none', 0],
  ] as const)
    test(name, async ({ page }) => {
      if (!shown) await page.addInitScript(removeWorkers);
      await visit(page);
      do await answer(page);
      while (await goOn(page));
      await expect(page.getByText(de.install.ios.add)).toHaveCount(shown);
    });
});

test('row 45: over http it is said that https helps, and that address is copied', async ({ page, host, guard }) => {
  guard.allow(/request off the origin: http:\/\/plain\.test/);
  const { port } = new URL(host.url);
  await page.goto(`http://${plainName}:${port}/`);
  await answer(page);
  await goOn(page);
  await leave(page);
  await expect(notice(page, 'insecure')).toContainText(de.notices.insecure.text);
  await notice(page, 'insecure').getByRole('button', { name: de.notices.insecure.action! }).tap();
  await expect(notice(page, 'copied')).toBeVisible();
  expect(await pasted(page)).toBe(`https://${plainName}:${port}/#/`);
});
