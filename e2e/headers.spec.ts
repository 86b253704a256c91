/** Proves that the app works under the headers that it brings for hosts: what the page's own policy cannot say is in force. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextVersion } from './builds.ts';
import { expect, test as base } from './fixtures.ts';
import { answer, answersOnMe, go, offlineReady, reload, screen } from './pages.ts';
import { comeBack, deploy, takeUpdate, versionOnMe } from './updating.ts';

/** What `_headers` says of every path; its caching differs by path, and the host has its own. */
function shipped(): Record<string, string> {
  const text = readFileSync(join(process.env['LEITSTERN_DIST']!, '_headers'), 'utf8').split(/^\/assets/m)[0]!;
  const lines = [...text.matchAll(/^ {2}([\w-]+): (.+)$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!]);
  return Object.fromEntries(lines.filter(([name]) => name !== 'cache-control')) as Record<string, string>;
}

const test = base.extend({ hostHeaders: ({}, use) => use(shipped()) });

test('under the headers for hosts: a first visit, a later one without a network, and an update', async ({
  page,
  host,
  guard,
}) => {
  test.slow();
  guard.allow(/ERR_CONNECTION_REFUSED .*icon-\d+\.png/);
  const response = await page.goto('./');
  const headers = response!.headers();
  for (const name of ['content-security-policy', 'x-content-type-options', 'permissions-policy', 'referrer-policy'])
    expect(headers[name], name).toBe(shipped()[name]);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  await answer(page);
  await offlineReady(page);
  const allowed = await page.evaluate(() => {
    const { featurePolicy } = document as Document & { featurePolicy?: { allowedFeatures(): string[] } };
    return featurePolicy?.allowedFeatures();
  });
  expect(allowed).not.toContain('geolocation');
  expect(allowed).toContain('camera');

  await host.kill();
  await reload(page);
  await expect(screen(page, 'today')).toBeVisible();
  for (const place of ['library', 'path', 'charter', 'me'] as const) {
    await go(page, `#/${place}`);
    await expect(screen(page, place)).toBeVisible();
  }
  await host.restart();
  deploy(host);
  await go(page, '#/');
  await comeBack(page);
  await takeUpdate(page);
  expect(await versionOnMe(page)).toBe(nextVersion);
  expect(await answersOnMe(page)).toBe(1);
});
