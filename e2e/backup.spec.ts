/** Proves that a backup brings everything back, and that a file that is none changes nothing. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, goOn, mapOnMe, notice, reload, screen, visit } from './pages.ts';

/** The person's answers: two, at different places of the map. */
async function practise(page: Page): Promise<void> {
  await visit(page);
  await answer(page, { response: 0 });
  await goOn(page);
  await answer(page, { response: 1, confidence: 'unsure' });
}

async function save(page: Page): Promise<string> {
  await go(page, '#/me');
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  return readFile(await download.path(), 'utf8');
}

async function restore(page: Page, text: string): Promise<void> {
  const file = { name: 'leitstern.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await action(page, 'restore').setInputFiles(file);
}

/** Everything is asked about twice. */
async function deleteAll(page: Page): Promise<void> {
  await go(page, '#/me');
  await action(page, 'delete').tap();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(action(page, 'delete-now')).toHaveCount(0);
  await action(page, 'delete-sure').tap();
  await action(page, 'delete-now').tap();
  await expect(page.locator('[data-count="answers"]')).toHaveText('0');
}

test('saved, deleted, restored: the same map and the same count, and a second time adds nothing', async ({ page }) => {
  await practise(page);
  const [count, map] = [await answersOnMe(page), await mapOnMe(page)];
  expect(count).toBe(2);
  const file = await save(page);
  expect(file).toContain('"leitstern-backup"');

  await deleteAll(page);
  expect(await mapOnMe(page)).not.toBe(map);
  expect((await readDatabase(page)).stores).toMatchObject({ answers: [], notes: [] });
  await reload(page);
  expect(await page.evaluate(() => localStorage.getItem('leitstern-marker'))).toBeNull();
  await expect(notice(page, 'evicted')).toHaveCount(0);

  await go(page, '#/me');
  await restore(page, file);
  await expect(screen(page, 'me').getByText(de.me.restored(2))).toBeVisible();
  expect(await answersOnMe(page)).toBe(count);
  expect(await mapOnMe(page)).toBe(map);
  await restore(page, file);
  await expect(screen(page, 'me').getByText(de.me.restored(0))).toBeVisible();
  await reload(page);
  expect(await answersOnMe(page)).toBe(count);
  expect(await mapOnMe(page)).toBe(map);
});

test('who says no in the end keeps everything', async ({ page }) => {
  await practise(page);
  await go(page, '#/me');
  await action(page, 'delete').tap();
  await action(page, 'delete-sure').tap();
  await page.getByRole('dialog').getByRole('button', { name: de.me.cancel }).tap();
  await expect(page.getByRole('dialog')).toBeHidden();
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('a file that is no whole backup is refused with its reason, and nothing changes', async ({ page }) => {
  await practise(page);
  const file = await save(page);
  const before = await readDatabase(page);
  const refused: [keyof typeof de.me.reasons, string][] = [
    ['damaged', file.replace(/"unsure"/, '"sure"')],
    ['truncated', file.slice(0, file.length / 2)],
    ['foreign', JSON.stringify({ answers: [] })],
    ['not-json', 'Antworten: 12'],
    ['newer', file.replace('"version":1', '"version":2')],
  ];
  for (const [reason, text] of refused) {
    expect(text).not.toBe(file);
    await restore(page, text);
    await expect(screen(page, 'me').getByText(de.me.reasons[reason])).toBeVisible();
    await expect(screen(page, 'me').getByText(de.me.refused)).toBeVisible();
    expect(await readDatabase(page)).toEqual(before);
  }
  expect(await answersOnMe(page)).toBe(2);
});

test.describe(() => {
  test.use({ timezoneId: 'Pacific/Kiritimati' });

  test('a backup bears the day on the wall', async ({ page }) => {
    await page.clock.setSystemTime('2026-11-22T12:00:00Z');
    await visit(page, '#/me');
    const saved = page.waitForEvent('download');
    await action(page, 'backup').tap();
    expect((await saved).suggestedFilename()).toBe('leitstern-2026-11-23.json');
  });
});
