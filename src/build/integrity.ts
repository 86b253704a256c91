import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

interface Entry {
  url: string;
  revision: string | null;
  size: number;
}

/**
 * Files are kept for offline use only as they were built: what a login page or a broken proxy answers in their place
 * fails the installation of the worker, and the next visit tries again.
 */
export function integrity() {
  let folder = '';
  const plugin: Plugin = {
    name: 'leitstern-integrity',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
  };
  /** For workbox's `manifestTransforms`. */
  const transform = (entries: Entry[]) => ({
    manifest: entries.map((entry) => {
      const digest = createHash('sha384').update(readFileSync(resolve(folder, entry.url)));
      return { ...entry, integrity: `sha384-${digest.digest('base64')}` };
    }),
  });
  return { plugin, transform };
}
