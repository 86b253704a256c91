import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/**
 * The Chromium that tests and benches drive: the one named by the environment variable `CHROMIUM`, Playwright's own
 * build, or the system's. `undefined` where there is none. A `CHROMIUM` that does not exist throws: it was meant.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names a file that does not exist: ${named}`);
  const system = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return [named, chromium.executablePath(), ...system.map((name) => `/usr/bin/${name}`)].find(
    (path) => path && existsSync(path),
  );
}

/** Keeps the browser from doing anything of its own, and lets it start as root, in containers and without a display. */
export const chromiumArgs: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
