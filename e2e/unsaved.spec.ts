/** Proves that an answer is called saved when it is, and that one which could not be saved is not lost. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { readDatabase } from './database.ts';
import { getStuck, limit } from './faults.ts';
import { expect, test } from './fixtures.ts';
import {
  action,
  answer,
  answersOnMe,
  feedback,
  go,
  goOn,
  notice,
  offlineReady,
  reload,
  screen,
  standing,
  submit,
  visit,
} from './pages.ts';

/** From now on every connection that the page has or gets is lost, as on iOS; a reload heals it. */
const loseConnection = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('Connection to Indexed Database server lost', 'InvalidStateError');
    };
  });

const reloadBy = (page: Page, key: string) =>
  Promise.all([page.waitForEvent('load'), notice(page, key).getByRole('button').first().tap()]);

test('an answer that a lost connection caught is not called saved, and is there after the reload', async ({ page }) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  const { turn } = await standing(page);
  await loseConnection(page);
  await submit(page);
  await expect(notice(page, 'lost')).toBeVisible();
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  await reloadBy(page, 'lost');
  await expect(screen(page, 'today')).toBeVisible();
  expect(await answersOnMe(page)).toBe(2);
  await go(page, '#/practice');
  expect((await standing(page)).turn, 'the round goes on behind it').not.toBe(turn);
});

test('all answers that a lost connection caught are there after the reload', async ({ page }) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  await loseConnection(page);
  await submit(page);
  await goOn(page);
  await submit(page);
  await reloadBy(page, 'lost');
  expect(await answersOnMe(page)).toBe(3);
});

test('an answer that waits for a reload outlives one at which storage does not answer', async ({ page }) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  await loseConnection(page);
  await submit(page);
  await expect(notice(page, 'lost')).toBeVisible();
  await page.addInitScript(getStuck, 1);
  await reloadBy(page, 'lost');
  await expect(notice(page, 'timeout')).toBeVisible({ timeout: limit });
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  expect(await answersOnMe(page)).toBe(2);
});

test('an answer that is being written when the page is left is there for the next page and for the way back', async ({
  page,
}) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  await page.evaluate(async () => {
    const open = indexedDB.open('leitstern');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const store = open.result.transaction('answers', 'readwrite').objectStore('answers');
    let held = true;
    const hold = () => void (held ? (store.count().onsuccess = hold) : open.result.close());
    hold();
    Object.assign(window, { letGo: () => (held = false) });
  });
  await submit(page);
  const parked = () => page.evaluate(() => sessionStorage.getItem('leitstern.parked'));
  expect(await parked()).toBeNull();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(JSON.parse((await parked())!)).toHaveLength(1);

  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(feedback(page)).toHaveAttribute('data-saved', 'true');
  await expect.poll(parked).toBeNull();
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('a full disk is said, nothing is called saved, and another try saves it', async ({ page }) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  await page.evaluate(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => Object.defineProperty(IDBObjectStore.prototype, 'put', put) });
  });
  await submit(page);
  await expect(notice(page, 'quota')).toBeVisible();
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await notice(page, 'quota').getByRole('button').first().tap();
  await expect(feedback(page)).toHaveAttribute('data-saved', 'true');
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

/** Writes random bytes, which nothing packs, beside the app's database until not even a few are taken. */
const fillUp = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('filler');
    open.onupgradeneeded = () => open.result.createObjectStore('bytes', { autoIncrement: true });
    await new Promise((resolve) => (open.onsuccess = resolve));
    const write = (size: number) =>
      new Promise<boolean>((resolve) => {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        const transaction = open.result.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(bytes);
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    for (let size = 2 ** 20; size >= 16; size /= 8) while (await write(size));
    open.result.close();
  });

test('row 6: with the quota really full, nothing is called saved, what is there can be exported, and room heals it', async ({
  page,
  context,
  host,
}) => {
  const tools = await context.newCDPSession(page);
  const { origin } = new URL(host.url);
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6 * 2 ** 20 });
  await visit(page);
  await answer(page);
  await offlineReady(page);
  await goOn(page);
  await fillUp(page);
  // Nor is there any when the browser packs what lies there.
  await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await submit(page);
  await expect(notice(page, 'quota')).toBeVisible();
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  expect((await readDatabase(page)).stores['answers']).toHaveLength(1);
  await go(page, '#/me');
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ format: 'leitstern-backup' });
  await tools.send('Storage.overrideQuotaForOrigin', { origin });
  await notice(page, 'quota').getByRole('button').first().tap();
  await expect.poll(async () => (await readDatabase(page)).stores['answers']?.length).toBe(2);
  await reload(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('row 11: site data cleared while the app is open is said, what waits can be saved, and nothing else comes back', async ({
  page,
  context,
  host,
}) => {
  await visit(page);
  await answer(page);
  await goOn(page);
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'all' });
  await submit(page);
  await expect(notice(page, 'gone')).toBeVisible();
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  await notice(page, 'gone').getByRole('button').first().tap();
  await expect(feedback(page)).toHaveAttribute('data-saved', 'true');
  await expect(notice(page, 'evicted'), 'not that all is saved').toBeVisible();
  await expect(notice(page, 'recovered')).toHaveCount(0);
  expect(await answersOnMe(page)).toBe(1);
  await reload(page);
  expect(await answersOnMe(page)).toBe(1);
});
