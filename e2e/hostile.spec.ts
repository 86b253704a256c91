/** Proves that texts from files, from links and from the fields of the screens are shown as texts, whatever stands in them. */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import type { Pack } from '../src/domain/pack.ts';
import { de } from '../src/i18n/de.ts';
import { canonical } from '../src/storage/canonical.ts';
import { deceiving, markup } from '../src/storage/hostile-values.fixture.ts';
import { harmless } from '../src/ui/harmless.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { action, go, goOn, screen, submit, visit } from './pages.ts';

const payloads = [...markup, ...deceiving];
/** Ids hold no control characters. */
const ids = [...new Set(payloads.map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 190)))];
const hour = 3_600_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A backup with a right checksum that has them in every field that takes a text. */
function hostileBackup(pack: Pack): string {
  const now = Date.now();
  const at = now - 26 * hour;
  const [scene, other] = pack.scenarios.filter(({ turns }) => turns.length === 1);
  const answer = (id: string, over: object) => ({
    ...{ id, attempt: `${id}.1`, pack: pack.id, scenario: scene!.id, version: id, turn: id, response: id },
    ...{ marks: { customer: 1, business: 3 }, confidence: 'sure', at, day: dayOf(at), where: 'practice', ...over },
  });
  const note = (id: string, over: object) => ({ id, at, changed: at, day: dayOf(at), ...over });
  const moment = { kind: 'moment', channel: 'phone', marks: { customer: 1, business: 2 } };
  const { day: _, ...check } = note('check', {
    ...{ kind: 'check', pack: pack.id },
    scenes: [
      { scenario: scene!.id, attempt: 'done.1' },
      { scenario: other!.id, attempt: 'open.1' },
    ],
  });
  const won = scene!.turns[0]!.responses.find(({ marks }) => marks.customer + marks.business === 6)!;
  const facts = {
    answers: [
      ...ids.map((id, n) => answer(`a${n} ${id}`, { scenario: id, attempt: id, pack: id, turn: id, response: id })),
      ...pack.scenarios.map(({ id }, n) => answer(`b${n}`, { scenario: id, attempt: `${ids[n % ids.length]}.z` })),
      answer('c', { attempt: 'done.1', turn: scene!.turns[0]!.id, response: won.id, marks: won.marks, where: 'check' }),
    ],
    notes: [
      ...ids.map((id, n) => note(`m${n} ${id}`, { ...moment, principle: id, text: `${n} ${id}`, next: id })),
      ...ids.map((id) => ({ id: `bookmark:${id}:${id}`, kind: 'bookmark', pack: id, scenario: id, at, changed: at })),
      note('i', { kind: 'intention', text: ids.slice(0, 50).join(' ') }),
      check,
    ],
  };
  const envelope = { format: 'leitstern-backup', version: 1, made: now, app: ids[0], facts };
  return JSON.stringify({ ...envelope, sha256: createHash('sha256').update(canonical(envelope)).digest('hex') });
}

const restore = (page: Page, text: string): Promise<void> =>
  action(page, 'restore').setInputFiles({
    name: 'leitstern.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

/** What in a page could only come from text that was taken for more, or that hides or turns what stands beside it. */
function suspicious(): string[] {
  const found: string[] = [];
  if ('struck' in window) found.push('a script ran');
  for (const node of document.querySelectorAll('*')) {
    const own = node.tagName === 'SCRIPT' && node.getAttribute('src')?.startsWith('./assets/');
    const link = node.tagName === 'LINK' && new URL((node as HTMLLinkElement).href).origin === location.origin;
    if (/^(script|iframe|object|embed|base|audio|video|math|img|animate|foreignObject)$/i.test(node.tagName) && !own)
      found.push(node.outerHTML.slice(0, 100));
    if (node.tagName === 'LINK' && !link) found.push(node.outerHTML.slice(0, 100));
    for (const { name, value } of node.attributes)
      if (
        /^(on|srcdoc$|style$)/i.test(name) ||
        (/^(href|src|action|xlink:href)$/.test(name) && /^\s*(java|vb|data:text)/i.test(value))
      )
        found.push(`${node.tagName} ${name}=${value.slice(0, 100)}`);
  }
  const hidden = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
  const text = document.body.innerText;
  if (hidden.test(text))
    found.push(`hidden characters: ${JSON.stringify(text.slice(Math.max(0, text.search(hidden) - 40)).slice(0, 80))}`);
  if (document.documentElement.scrollWidth > innerWidth) found.push(`wider than the screen: ${location.hash}`);
  return found;
}

/** In every page, by its name: what is handed to a page cannot call what stands here. */
declare global {
  interface Window {
    suspicious: typeof suspicious;
  }
}

/** Goes to addresses of the app, one after the other, within the page. */
const suspiciousAt = (page: Page, hashes: string[]): Promise<string[]> =>
  page.evaluate(async (hashes) => {
    const found: string[] = [];
    for (const hash of hashes) {
      const gone = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      const before = location.hash;
      location.hash = hash;
      if (location.hash !== before) await gone;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      found.push(...window.suspicious().map((what) => `${hash}: ${what}`));
    }
    return found;
  }, hashes);

test.beforeEach(async ({ context }) => {
  await context.addInitScript(`window.suspicious = ${suspicious.toString()}`);
  context.on('dialog', (dialog) => {
    void dialog.dismiss();
    throw new Error(`a dialog: ${dialog.message()}`);
  });
});

test('a backup with markup and deceiving characters in every field shows them as text, on every screen', async ({
  page,
  packs,
}) => {
  test.setTimeout(180_000);
  const pack = packs.de;
  await visit(page, '#/me');
  await restore(page, hostileBackup(pack));
  await expect(screen(page, 'me').getByText(de.me.restored(ids.length + pack.scenarios.length + 1))).toBeVisible();
  expect(await page.evaluate(suspicious)).toEqual([]);

  await go(page, '#/');
  await expect(page.locator('[data-asked]')).toContainText('<script>alert(1)</script>');
  await go(page, '#/library?show=moments');
  const shown = screen(page, 'library').locator('a[href^="#/moment/"]');
  await expect(shown).toHaveCount(ids.length);
  const texts = (await shown.allTextContents()).join('\n');
  for (const id of ids) expect.soft(texts).toContain(harmless(id).trim());

  const moments = await shown.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const places = [
    '',
    'practice',
    'path',
    'library',
    'library?show=moments',
    'library?show=mistakes',
    'charter',
    'me',
    'check',
    'welcome',
    'moment',
  ];
  const scenes = pack.scenarios.slice(0, 12).flatMap(({ id }) => [`#/library/${id}`, `#/practice?scene=${id}`]);
  const stations = pack.path.map((principle) => `#/path/${principle}`);
  expect(
    await suspiciousAt(page, [...places.map((place) => `#/${place}`), ...moments, ...scenes, ...stations]),
  ).toEqual([]);
});

test('addresses with markup in every part and parameter change nothing', async ({ page }) => {
  test.setTimeout(180_000);
  await visit(page, '#/library');
  const parts = ['', 'library/', 'moment/', 'path/'];
  const parameters = ['welcome?company=', 'library?q=', 'library?principle=', 'practice?scene='];
  const hashes = payloads.flatMap((text) => [
    `#/library/${text}`,
    ...[...parts, ...parameters].map((way) => `#/${way}${encodeURIComponent(text.toWellFormed())}`),
  ]);
  hashes.push(`#/library?q=${'x'.repeat(1e6)}`, `#/welcome?company=${'W'.repeat(1e6)}`, `#/moment/${'x'.repeat(1e6)}`);
  expect(await suspiciousAt(page, hashes)).toEqual([]);
  await go(page, `#/welcome?company=${encodeURIComponent('<b>Muster</b> \u202eGmbH')}`);
  await expect(screen(page, 'welcome').getByRole('heading')).toContainText('<b>Muster</b> GmbH');
});

test('what is typed is shown as it was typed: certificate, intention, moment, search', async ({ page, packs }) => {
  test.setTimeout(180_000);
  await visit(page, '#/me');
  await restore(page, hostileBackup(packs.de));
  await go(page, '#/check');
  await action(page, 'resume-check').tap();
  const stand = await page.locator('[data-scenario]').getAttribute('data-scenario');
  const best = packs.de.scenarios
    .find(({ id }) => id === stand)!
    .turns[0]!.responses.find(({ marks }) => marks.customer + marks.business === 6)!;
  await page.locator(`label:has([data-response="${best.id}"])`).tap();
  await page.locator('[data-submit="sure"]').tap();
  const name = page.locator('[data-certificate-name]');
  for (const text of payloads) {
    await name.fill(text.slice(0, 80).toWellFormed());
    expect.soft(await page.evaluate(suspicious), text).toEqual([]);
  }
  await go(page, '#/library');
  for (const text of payloads) {
    await screen(page, 'library').getByRole('searchbox').fill(text.slice(0, 100).toWellFormed());
    expect.soft(await page.evaluate(suspicious), text).toEqual([]);
  }
  await go(page, '#/practice');
  await submit(page);
  while (await goOn(page)) await submit(page);
  await page.getByRole('textbox').fill(`${markup[3]} \u202eumgedreht`);
  await action(page, 'keep-intention').tap();
  await expect(page.getByText(`${markup[3]} umgedreht`)).toBeVisible();
  expect(await page.evaluate(suspicious)).toEqual([]);
});

test('files that mean harm leave no trace in the database', async ({ page, packs }) => {
  await visit(page, '#/me');
  await restore(page, hostileBackup(packs.de));
  await expect(page.locator('[data-count="answers"]')).not.toHaveText('0');
  const before = await readDatabase(page);
  const poison = hostileBackup(packs.de).replace('"facts":', '"__proto__":{"struck":1},"facts":');
  const files = [
    poison,
    '['.repeat(100_000),
    `{"format":"leitstern-backup","version":1,"facts":[${'[],'.repeat(3_000_000)}0]}`,
    `{"format":"leitstern-backup","version":1,"facts":"\\ud800\\u0000"}`,
    '\ufeff'.repeat(3),
    'a: &a [x,x]\nb: [*a,*a]',
    `<!doctype html>${markup.join('')}`,
  ];
  for (const file of files) {
    await restore(page, file);
    await expect(screen(page, 'me').getByText(de.me.refused)).toBeVisible();
    expect(await readDatabase(page)).toEqual(before);
    expect(await page.evaluate(suspicious)).toEqual([]);
    await go(page, '#/charter');
    await screen(page, 'charter').waitFor();
    await go(page, '#/me');
  }
});
