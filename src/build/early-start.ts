import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * The part of the worker that lets Chromium start the app out of the caches without waking the worker first, which takes
 * a fifth of a start in a browser that was just opened. Other browsers have no such routes and ask the worker.
 *
 * A route finds a page by the address that was asked for, so the start page is kept once more, under the folder's. Its
 * name changes with its content: an older worker keeps its own until it is replaced. `Vary` would make it miss.
 *
 * @param integrity of `app.html`
 */
export const earlyStart = (integrity: string): string => `(() => {
  const { scope } = registration;
  const prefix = 'leitstern-start-';
  const name = prefix + '${integrity.slice(-12).replace(/\W/g, '')}-' + scope;
  const { pathname } = new URL(scope);
  const page = { urlPattern: { pathname, search: '' }, requestMode: 'navigate' };
  const files = { urlPattern: { pathname: pathname + 'assets/*', search: '' } };

  addEventListener('install', (event) => {
    if (event.addRoutes) event.waitUntil(route(event));
  });

  async function route(event) {
    const response = await fetch('app.html', { cache: 'no-cache', integrity: '${integrity}' });
    const headers = new Headers(response.headers);
    headers.delete('vary');
    const start = new Response(await response.blob(), { headers });
    await (await caches.open(name)).put(scope, start);
    await event.addRoutes([
      { condition: page, source: { cacheName: name } },
      { condition: files, source: { cacheName: 'workbox-precache-v2-' + scope } },
    ]);
  }

  addEventListener('activate', (event) => event.waitUntil(tidy()));

  async function tidy() {
    const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key.endsWith(scope) && key !== name);
    await Promise.all(old.map((key) => caches.delete(key)));
  }
})();
`;

/** Puts it before the worker that workbox makes. */
export function startsEarly(): Plugin {
  let folder = '';
  return {
    name: 'leitstern-early-start',
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'rescue',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const digest = createHash('sha384').update(readFileSync(join(folder, 'app.html')));
        const worker = join(folder, 'sw.js');
        const early = earlyStart(`sha384-${digest.digest('base64')}`);
        writeFileSync(worker, early + readFileSync(worker, 'utf8'));
      },
    },
  };
}
