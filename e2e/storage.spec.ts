/** Proves that where storage is refused, gone, stuck or from another time, the app says so, works, and spoils nothing. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import type { Host } from './host.ts';
import { action, answer, answersOnMe, feedback, go, goOn, notice, screen, standing, submit } from './pages.ts';

/** What the app allows storage at most, and what the start takes beside it. */
const limit = 5000 + 3000;

const refusals = {
  'has no database': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'will not even be asked': () =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  'opens none': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'refuses everything, localStorage too': () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  },
};

for (const [what, refuse] of Object.entries(refusals)) {
  test(`where the browser ${what}, practice works and everything says that nothing is kept`, async ({ page }) => {
    await page.addInitScript(refuse);
    await page.goto('./');
    await expect(notice(page, 'refused')).toBeVisible();
    await submit(page);
    await goOn(page);
    await submit(page);
    expect(await answersOnMe(page)).toBe(2);
    await expect(screen(page, 'me').getByText(de.me.memory)).toBeVisible();
  });
}

/** For so many visits, opening gives a request that nothing ever comes of. */
const getStuck = (visits: number) => {
  const before = Number(sessionStorage.getItem('stuck'));
  sessionStorage.setItem('stuck', String(before + 1));
  if (before >= visits) return;
  IDBFactory.prototype.open = () =>
    Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
};

test('storage that never answers is said within its time limit, and practice works', async ({ page }) => {
  await page.addInitScript(getStuck, 99);
  await page.goto('./');
  await submit(page);
  await expect(notice(page, 'timeout')).toBeVisible({ timeout: limit });
  await goOn(page);
  await submit(page);
  expect(await answersOnMe(page)).toBe(2);
});

test('storage that never answers keeps nobody from a screen longer than its time limit', async ({ page }) => {
  await page.addInitScript(getStuck, 99);
  await page.goto('./#/charter');
  await expect(screen(page, 'charter')).toBeVisible({ timeout: limit });
  await expect(notice(page, 'timeout')).toBeVisible();
});

test('where the browser has removed the answers, it is said, with the way to bring them back', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('leitstern-marker', '{"answers":12,"day":"2026-01-31"}'));
  await page.goto('./');
  await expect(screen(page, 'today')).toBeVisible();
  await notice(page, 'evicted').getByRole('button').first().tap();
  await expect(screen(page, 'me')).toBeVisible();
  await expect(action(page, 'restore')).toBeAttached();
});

test('nothing is said about removed answers on a first visit', async ({ page }) => {
  await page.goto('./');
  await answer(page);
  await page.reload();
  await expect(screen(page, 'today')).toBeVisible();
  await expect(notice(page, 'evicted')).toHaveCount(0);
});

/** A page of the origin without the app. */
async function besideTheApp(page: Page, host: Host): Promise<void> {
  host.intercept(({ path }) =>
    path === 'empty'
      ? { headers: { 'content-type': 'text/html' }, body: '<link rel="icon" href="data:,">' }
      : undefined,
  );
  await page.goto('./empty');
}

const readDatabase = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open('leitstern');
    await new Promise((resolve) => (open.onsuccess = resolve));
    const db = open.result;
    const request = db.transaction('answers').objectStore('answers').getAll();
    await new Promise((resolve) => (request.onsuccess = resolve));
    db.close();
    return { version: db.version, stores: [...db.objectStoreNames], answers: request.result as unknown[] };
  });

test('a database from the future is left as it is, and can be saved', async ({ page, host }) => {
  await besideTheApp(page, host);
  await page.evaluate(async () => {
    const open = indexedDB.open('leitstern', 99);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('answers', { keyPath: 'id' }).add({ id: 'from-the-future', mood: 'calm' });
      open.result.createObjectStore('dreams');
    };
    await new Promise((resolve) => (open.onsuccess = resolve));
    open.result.close();
  });
  const before = await readDatabase(page);
  expect(before.version).toBe(99);

  await page.goto('./');
  await expect(notice(page, 'future')).toBeVisible();
  await submit(page);
  await expect(feedback(page)).toBeVisible();
  await go(page, '#/me');
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  const file = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ format: 'leitstern-raw', version: 99, stores: { answers: before.answers } });

  await page.goto('./empty');
  expect(await readDatabase(page)).toEqual(before);
});

test('a database from the future stays also when everything is deleted', async ({ page, host }) => {
  await besideTheApp(page, host);
  await page.evaluate(async () => {
    const open = indexedDB.open('leitstern', 99);
    open.onupgradeneeded = () => open.result.createObjectStore('answers', { keyPath: 'id' }).add({ id: 'kept' });
    await new Promise((resolve) => (open.onsuccess = resolve));
    open.result.close();
  });
  await page.goto('./#/me');
  for (const name of ['delete', 'delete-sure', 'delete-now']) await action(page, name).tap();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('./empty');
  expect((await readDatabase(page)).answers).toEqual([{ id: 'kept' }]);
});

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
  await page.goto('./');
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
  await page.goto('./');
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
  await page.goto('./');
  await answer(page);
  await goOn(page);
  await loseConnection(page);
  await submit(page);
  await expect(notice(page, 'lost')).toBeVisible();
  await page.addInitScript(getStuck, 1);
  await reloadBy(page, 'lost');
  await expect(notice(page, 'timeout')).toBeVisible({ timeout: limit });
  await reloadBy(page, 'timeout');
  expect(await answersOnMe(page)).toBe(2);
});

test('a full disk is said, nothing is called saved, and another try saves it', async ({ page }) => {
  await page.goto('./');
  await answer(page);
  await goOn(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
  });
  await submit(page);
  await expect(notice(page, 'quota')).toBeVisible();
  await expect(feedback(page)).not.toHaveAttribute('data-saved', 'true');
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await notice(page, 'quota').getByRole('button').first().tap();
  await expect(feedback(page)).toHaveAttribute('data-saved', 'true');
  await page.reload();
  expect(await answersOnMe(page)).toBe(2);
});
