/** Proves that a broken record keeps nobody from anything, is put aside on demand, and that all of it is said. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, goOn, notice, reload, screen, visit } from './pages.ts';

/** Written past the app, as a bug or a damaged disk would. */
const damage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('leitstern');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const transaction = open.result.transaction(['answers', 'notes', 'settings'], 'readwrite');
    transaction.objectStore('answers').put({ id: '00', marks: 'none', day: { not: 'a day' } });
    transaction.objectStore('answers').put({ id: 'zz' });
    transaction.objectStore('notes').put({ id: 7, kind: 'moment', text: new Map(), at: 'now' });
    transaction.objectStore('settings').put({ scenes: 'many' }, 'round');
    transaction.objectStore('settings').put({ version: 1, progress: [] }, 'snapshot');
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    open.result.close();
  });

test('garbage in the database: the app starts, the rest works, a check puts it aside and says so, the next is clean', async ({
  page,
}) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  await answer(page);
  await damage(page);
  await reload(page);

  await expect(screen(page, 'today')).toBeVisible();
  await expect(notice(page, 'broken')).toContainText(de.notices.broken.text);
  await notice(page, 'broken').getByRole('button', { name: de.notices.broken.action! }).tap();
  expect(await answersOnMe(page)).toBe(2);
  for (const place of ['path', 'library', 'charter', 'moment', 'check'] as const) {
    await go(page, `#/${place}`);
    await expect(screen(page, place).getByRole('heading').first()).toBeVisible();
  }
  await go(page, '#/practice');
  await answer(page);

  await go(page, '#/me');
  await action(page, 'check-stored').tap();
  const said = page.locator('[data-checked]');
  await expect(said).toContainText(de.me.checkBroken(3));
  const { stores } = await readDatabase(page);
  expect(stores['answers']).toHaveLength(3);
  expect(stores['notes']).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'save-quarantine').tap()]);
  const saved = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    stores: { quarantine: { key: unknown }[] };
  };
  expect(saved.stores.quarantine.map(({ key }) => key)).toEqual(['00', 'zz', 7]);

  await action(page, 'check-stored').tap();
  await expect(said).toContainText(/^\d+ Einträge geprüft, alle in Ordnung\.$/);
  await reload(page);
  await expect(screen(page, 'me')).toBeVisible();
  await expect(notice(page, 'broken')).toHaveCount(0);
  expect(await answersOnMe(page)).toBe(3);
});
