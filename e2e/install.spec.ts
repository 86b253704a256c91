/** Proves that a browser may put the app on the home screen. */
import { expect, test } from './fixtures.ts';
import { answer, offlineReady, visit } from './pages.ts';

interface Manifest {
  id: string;
  name: string;
  short_name: string;
  start_url: string;
  scope: string;
  display: string;
  icons: { src: string; sizes: string; type: string; purpose?: string }[];
}

test('the manifest is whole, and its icons are what it says', async ({ page, host }) => {
  await visit(page);
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answered = await page.request.get(new URL(href!, host.url).href);
  expect(answered.headers()['content-type']).toContain('application/manifest+json');
  const manifest = (await answered.json()) as Manifest;
  expect(manifest.display).toBe('standalone');
  for (const name of ['id', 'start_url', 'scope'] as const)
    expect(new URL(manifest[name], answered.url()).href, name).toBe(host.url);
  expect(manifest.short_name.length).toBeLessThanOrEqual(12);

  const real = await page.evaluate(
    (icons) =>
      Promise.all(
        icons.map(async ({ src }) => {
          const image = new Image();
          image.src = src;
          await image.decode().catch(() => {});
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    manifest.icons,
  );
  for (const [i, { src, sizes, type }] of manifest.icons.entries()) {
    const icon = await page.request.get(new URL(src, answered.url()).href);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()['content-type']?.split(';')[0], src).toBe(type);
    if (sizes !== 'any') expect(real[i], src).toBe(sizes);
  }
  const kinds = manifest.icons.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`);
  expect(kinds).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
  expect((await page.request.get(new URL(touch!, host.url).href)).status()).toBe(200);
});

test('Chromium finds nothing that keeps it from installing the app', async ({ startBrowser }) => {
  const context = await startBrowser();
  const page = await context.newPage();
  await visit(page);
  await answer(page);
  await offlineReady(page);
  const cdp = await context.newCDPSession(page);
  const { errors } = await cdp.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  await expect.poll(async () => (await cdp.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
});
