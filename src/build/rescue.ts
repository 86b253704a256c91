import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * A worker that ends the one it replaces, whatever that does: it drops the app's caches, unregisters itself and loads the
 * open pages from the network, once. What people have stored is not touched. Where there is no worker to be replaced it
 * refuses to be installed, so that a page which registers it again is not reloaded again.
 */
export const rescueWorker = `addEventListener('install', (event) => {
  if (registration.active) skipWaiting();
  else event.waitUntil(Promise.reject(new Error('nothing to rescue')));
});

addEventListener('activate', (event) => {
  event.waitUntil(rescue());
});

async function rescue() {
  // The caches of an origin may belong to several apps; ours have the address of this one in their name.
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.endsWith(registration.scope)).map((name) => caches.delete(name)));
  const pages = await clients.matchAll({ type: 'window' });
  await registration.unregister();
  for (const page of pages) page.navigate(page.url).catch(() => {});
}
`;

/** With `vite build --mode rescue` the app is the same, and its worker is the one above. */
export function rescue(): Plugin {
  let worker = '';
  return {
    name: 'leitstern-rescue',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'rescue',
    configResolved({ root, build }) {
      worker = join(resolve(root, build.outDir), 'sw.js');
    },
    // After the plugin that makes the usual worker.
    closeBundle: {
      sequential: true,
      order: 'post',
      handler: () => writeFileSync(worker, rescueWorker),
    },
  };
}
