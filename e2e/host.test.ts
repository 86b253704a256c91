import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Host, type HostOptions, startHost } from './host';

const folder = mkdtempSync(join(tmpdir(), 'leitstern-host-test-'));
const root = join(folder, 'dist');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(root, 'index.html'), '<p>Deutsch</p>');
writeFileSync(join(root, 'en.html'), '<p>English</p>');
writeFileSync(join(root, 'assets', 'main.js'), 'export const one = 1;\n'.repeat(100));
writeFileSync(join(root, 'app.webmanifest'), '{}');
symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));

const hosts: Host[] = [];
async function start(overrides: Partial<HostOptions> = {}): Promise<Host> {
  const host = await startHost({ root, ...overrides });
  hosts.push(host);
  return host;
}
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.kill();
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Sends the path as it is written; `fetch` would resolve its dots. */
function statusOfRaw(host: Host, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.url);
    httpRequest({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('serves a folder under a base and nothing beside it', async () => {
  const host = await start({ base: '/sub/folder/' });
  expect(await (await fetch(host.url)).text()).toContain('Deutsch');
  expect((await fetch(new URL('/', host.url))).status).toBe(404);
  expect((await fetch(new URL('/sub/folder', host.url), { redirect: 'manual' })).headers.get('location')).toBe(
    '/sub/folder/',
  );
  expect(host.requests.map(({ status }) => status)).toEqual([200, 404, 301]);
  expect(host.requests[0]).toEqual({ path: '', status: 200, bytes: 14 });
});

test('never serves what lies outside its root', async () => {
  const host = await start();
  const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/link.txt', '/%00', '/%'];
  expect(await Promise.all(paths.map((path) => statusOfRaw(host, path)))).toEqual(paths.map(() => 404));
});

test('hashed files live long, everything else is asked for again and confirmed by its tag', async () => {
  const host = await start();
  const chunk = await fetch(`${host.url}assets/main.js`);
  expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(chunk.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const manifest = await fetch(`${host.url}app.webmanifest`);
  expect(manifest.headers.get('content-type')).toBe('application/manifest+json; charset=utf-8');
  expect(manifest.headers.get('cache-control')).toBe('no-cache');
  const etag = manifest.headers.get('etag') ?? '';
  const again = await fetch(`${host.url}app.webmanifest`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test.each([
  ['en', 'English'],
  ['en-GB,en;q=0.9,de;q=0.8', 'English'],
  ['fr, en;q=0.5', 'English'],
  ['de-AT, en;q=0.9', 'Deutsch'],
  ['en;q=0.5, de;q=0.7', 'Deutsch'],
  ['en;q=0', 'Deutsch'],
  ['fr', 'Deutsch'],
])('answers its front page to "%s" in %s', async (language, text) => {
  const host = await start();
  const front = await fetch(host.url, { headers: { 'accept-language': language } });
  expect(await front.text()).toContain(text);
  expect(front.headers.get('vary')).toContain('Accept-Language');
  const named = await fetch(`${host.url}index.html`, { headers: { 'accept-language': language } });
  expect(await named.text()).toContain('Deutsch');
});

test('compresses for whoever accepts it', async () => {
  const host = await start({ brotli: true });
  const small = await fetch(`${host.url}assets/main.js`, { headers: { 'accept-encoding': 'br' } });
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(await small.text()).toHaveLength(2200);
  await fetch(`${host.url}assets/main.js`, { headers: { 'accept-encoding': 'identity' } });
  expect(host.requests[0]?.bytes).toBeLessThan(100);
  expect(host.requests[1]?.bytes).toBe(2200);
});

test('answers otherwise where a test says so', async () => {
  const host = await start();
  host.intercept(({ path }) => {
    if (path === 'cut.js') return 'cut';
    return path === 'assets/main.js' ? { headers: { 'content-type': 'text/html' }, body: '<p>Login</p>' } : undefined;
  });
  expect(await (await fetch(`${host.url}assets/main.js`)).text()).toBe('<p>Login</p>');
  await expect(fetch(`${host.url}cut.js`)).rejects.toThrow();
  host.intercept(undefined);
  expect((await fetch(`${host.url}assets/main.js`)).headers.get('content-type')).toContain('javascript');
});

test('is gone when killed and back on the same port', async () => {
  const host = await start();
  await (await fetch(host.url)).text();
  await host.kill();
  await expect(fetch(host.url)).rejects.toThrow();
  await host.restart();
  expect((await fetch(host.url)).status).toBe(200);
});

test('cuts what it was about to answer when killed', async () => {
  const host = await start();
  host.intercept(() => new Promise(() => {}));
  const waiting = fetch(host.url);
  const cut = expect(waiting).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await host.kill();
  await cut;
});

test('speaks HTTP/2 over TLS', async () => {
  const host = await start({ protocol: 'h2', brotli: true, headers: { 'x-test': 'yes' } });
  if (host.protocol === 'http1') return;
  const session = connect(host.url, { rejectUnauthorized: false });
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    session.on('error', reject);
    session.request({ ':path': '/', 'accept-encoding': 'br' }).on('response', resolve).resume();
  });
  session.destroy();
  expect(headers[':status']).toBe(200);
  expect(headers['content-encoding']).toBe('br');
  expect(headers['x-test']).toBe('yes');
  expect(host.browserArgs[0]).toMatch(/^--ignore-certificate-errors-spki-list=[\w+/]{43}=$/);
});
