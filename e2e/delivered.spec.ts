/** Proves that what is delivered keeps its promises: one policy, no inline script, all licences, the same build twice. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../src/app/licences.ts';
import { de } from '../src/i18n/de.ts';
import { build } from './builds.ts';
import { expect, test } from './fixtures.ts';
import { go, offlineReady, screen, visit } from './pages.ts';

const read = (file: string): string => readFileSync(join(process.env['LEITSTERN_DIST']!, file), 'utf8');
const pages = ['index.html', 'en.html', 'app.html'];
const licences = (): Licence[] => JSON.parse(read('licences.json')) as Licence[];

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length), hash(join(parentPath, name))]),
  );
}

test('every page and every header file carries the same policy', () => {
  const policies = pages.map((page) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(read(page))?.[1]);
  expect(new Set(policies).size).toBe(1);
  expect(policies[0]).toContain("require-trusted-types-for 'script'");
  for (const file of ['_headers', '.htaccess', 'nginx.conf'])
    expect(read(file), file).toContain(`${policies[0]}; frame-ancestors 'none'`);
});

for (const page of pages) {
  test(`${page} holds no script but files, no handler and no style attribute; the policy stands before all of them`, () => {
    const html = read(page);
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, inline] of scripts) {
      expect(attributes).toMatch(/ src="\.\/assets\/[\w-]+\.js"/);
      expect(inline).toBe('');
    }
    expect(html.replace(/<style>[^]*?<\/style>/g, '')).not.toMatch(/<[^>]+\s(on\w+|style)=|javascript:/i);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|style|link)/));
  });
}

test('whatever workbox put into the worker is among the licences, and each has its text', () => {
  const named = licences().map(({ name }) => name);
  const inWorker = [...read('sw.js').matchAll(/workbox:([a-z-]+):\d/g)].map(([, part]) => `workbox-${part}`);
  expect(inWorker.length).toBeGreaterThan(2);
  expect(named).toEqual(expect.arrayContaining([...inWorker, 'svelte', 'idb', 'ts-fsrs']));
  expect(named[0]).toBe('leitstern');
  for (const { name, version, licence, text } of licences()) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(licence, name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/);
    expect(text, name).toMatch(/copyright/i);
  }
});

test('the licences are listed in the app, without a network too', async ({ page, host, guard }) => {
  guard.allow(/ERR_CONNECTION_REFUSED .*icon-\d+\.png/);
  await visit(page, '#/me');
  await offlineReady(page);
  await host.kill();
  await screen(page, 'me').getByRole('link', { name: de.places.licences }).tap();
  await expect(page.locator('[data-licence]')).toHaveCount(licences().length);
  await expect(page.locator('[data-licence="leitstern"]')).toContainText('MIT License');
  await page.locator('[data-licence="svelte"] summary').tap();
  await expect(page.locator('[data-licence="svelte"]')).toContainText('Svelte Contributors');
  await go(page, '#/me');
});

test('the same sources make the same build, byte for byte', async ({}, testInfo) => {
  test.setTimeout(120_000);
  const again = testInfo.outputPath('again');
  await build(again);
  const [first, second] = [hashes(process.env['LEITSTERN_DIST']!), hashes(again)];
  rmSync(again, { recursive: true });
  expect(Object.keys(first).length).toBeGreaterThan(40);
  expect(second).toEqual(first);
});
