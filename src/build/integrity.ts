import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Entry {
  url: string;
  revision: string | null;
  size: number;
}

/**
 * Files are kept for offline use only as they were built: what a login page or a broken proxy answers in their place
 * fails the installation of the worker, and the next visit tries again.
 */
export const withIntegrity = (entries: Entry[]) => ({
  manifest: entries.map((entry) => {
    const digest = createHash('sha384').update(readFileSync(new URL(`../../dist/${entry.url}`, import.meta.url)));
    return { ...entry, integrity: `sha384-${digest.digest('base64')}` };
  }),
});
