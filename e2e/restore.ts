import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Answer } from '../src/domain/answer.ts';
import { de } from '../src/i18n/de.ts';
import { makeBackup } from '../src/storage/backup.ts';
import { action, go, screen } from './pages.ts';

/** Reads answers in on Me, as a backup. @param added how many of them are new there */
export async function restore(page: Page, answers: Answer[], added = answers.length): Promise<void> {
  const { file } = await makeBackup({ answers, notes: [] }, { now: answers.at(-1)!.at, app: '0.1.0' });
  const buffer = Buffer.from(await file.arrayBuffer());
  await go(page, '#/me');
  await action(page, 'restore').setInputFiles({ name: 'leitstern.json', mimeType: 'application/json', buffer });
  await expect(screen(page, 'me').getByText(de.me.restored(added))).toBeVisible({ timeout: 20_000 });
}
