/** Proves that a backup is read in whole or not at all, whatever is in it and whatever happens meanwhile. */
import { de } from '../src/i18n/de.ts';
import { makeBackup } from '../src/storage/backup.ts';
import { anAnswer } from '../src/storage/facts.fixture.ts';
import { hostileFile } from '../src/storage/hostile.fixture.ts';
import { readHostile } from '../src/storage/hostile-reading.fixture.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, screen, visit } from './pages.ts';
import { restore } from './restore.ts';

/** How many files are read, and which; the soak reads more. */
const { SOAK_RUNS: runs = '60', SOAK_SEED: seed = '1' } = process.env;

const asFile = (buffer: Buffer) => ({ name: 'leitstern.json', mimeType: 'application/json', buffer });

test('changed and forged backups leave no trace where they are refused, and run no script', async ({ page }) => {
  test.setTimeout(30_000 + 2000 * Number(runs));
  page.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await visit(page);
  await answer(page);
  let before = await readDatabase(page);
  const outcomes = new Set<string>();
  for (let n = 0; n < Number(runs); n++) {
    const { what, bytes, sealed } = await hostileFile(Number(seed) * 1000 + n);
    const { outcome } = await readHostile(bytes, sealed);
    outcomes.add(outcome === 'taken' ? 'taken' : 'refused');
    await go(page, '#/me');
    await action(page, 'restore').setInputFiles(asFile(Buffer.from(bytes)));
    const me = screen(page, 'me');
    if (outcome === 'taken') {
      await expect(me.getByText(de.me.refused)).toHaveCount(0);
      const ids = ({ stores }: typeof before) => (stores['answers'] as { id: string }[]).map(({ id }) => id);
      await expect.poll(async () => ids(await readDatabase(page)), what).toEqual(expect.arrayContaining(ids(before)));
      await expect(me.locator('[data-action="restore"]:enabled')).toBeAttached();
      before = await readDatabase(page);
    } else {
      await expect(me.getByText(de.me.refused), what).toBeVisible();
      expect(await readDatabase(page), what).toEqual(before);
    }
    expect(await page.evaluate(() => 'struck' in window), what).toBe(false);
    await go(page, '#/charter');
    await screen(page, 'charter').waitFor();
  }
  expect([...outcomes].sort()).toEqual(['refused', 'taken']);
});

for (const put of [1, 1500, 3000]) {
  test(`row 39: a page that crashes at write ${put} of a restore has all of it or nothing, and once more has it all`, async ({
    page,
    context,
    guard,
  }) => {
    guard.allow(/crash/i);
    const answers = Array.from({ length: 3000 }, (_, n) => anAnswer({ id: `r${String(n).padStart(5, '0')}` }));
    await visit(page);
    await answer(page);
    await go(page, '#/me');
    const cdp = await context.newCDPSession(page);
    await page.exposeFunction('crash', () => void cdp.send('Page.crash').catch(() => {}));
    await page.evaluate((at) => {
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!.value as IDBObjectStore['put'];
      let puts = 0;
      IDBObjectStore.prototype.put = function (...args) {
        if (++puts === at) (window as unknown as { crash(): void }).crash();
        return put.apply(this, args);
      };
    }, put);
    const crashed = page.waitForEvent('crash');
    const { file } = await makeBackup({ answers, notes: [] }, { now: answers[0]!.at, app: '0.1.0' });
    await action(page, 'restore').setInputFiles(asFile(Buffer.from(await file.arrayBuffer())));
    await crashed;
    const next = await context.newPage();
    await visit(next, '#/me');
    const held = await answersOnMe(next);
    expect([1, 3001]).toContain(held);
    await restore(next, answers, 3001 - held);
    await expect.poll(() => answersOnMe(next)).toBe(3001);
  });
}

test('row 37: answers to a scene that the pack no longer has are kept, counted, and in the next backup', async ({
  page,
}) => {
  await visit(page, '#/me');
  await restore(page, [anAnswer({ id: '1', scenario: 'gone/long-ago', turn: 'none', response: 'none' })]);
  for (const place of ['path', 'library', 'charter', 'check', 'me'] as const) {
    await go(page, `#/${place}`);
    await expect(screen(page, place).getByRole('heading').first()).toBeVisible();
  }
  await go(page, '#/practice');
  await answer(page);
  expect(await answersOnMe(page)).toBe(2);
  const { stores } = await readDatabase(page);
  expect(stores['answers']).toContainEqual(expect.objectContaining({ id: '1', scenario: 'gone/long-ago' }));
});

test('row 14: a window that the browser has frozen holds up no other, and has its answers when it goes on', async ({
  page,
  context,
}) => {
  await visit(page);
  await answer(page);
  const cdp = await context.newCDPSession(page);
  const other = await context.newPage();
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await visit(other, '#/practice');
  await answer(other);
  expect(await answersOnMe(other)).toBe(2);
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await page.bringToFront();
  await expect.poll(() => answersOnMe(page)).toBe(2);
});
