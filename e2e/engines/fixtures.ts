import { test as base } from 'playwright/test';
import { type Host, startHost } from '../host.ts';
import { type Packs, readPacks } from '../packs.ts';
import { Browser } from './browser.ts';
import type { Engine } from './engine.ts';
import { engines, isThere } from './engines.ts';
import { Visitor } from './visitor.ts';

interface Options {
  engine: string;
}

interface Fixtures {
  /** One for each test, so that each has an origin of its own. */
  host: Host;
  visitor: Visitor;
  /** Skips or fails the test where the engine is missing. */
  installed: Engine;
}

export const test = base.extend<Options & Fixtures, { packs: Packs }>({
  engine: ['', { option: true }],

  // What works without the host is then the worker's doing and not that of the browser's cache.
  host: async ({}, use) => {
    const host = await startHost({ root: process.env['LEITSTERN_DIST']!, headers: { 'cache-control': 'no-store' } });
    await use(host);
    await host.kill();
  },

  installed: async ({ engine: name }, use, info) => {
    const engine = engines.find((each) => each.name === name)!;
    const lack = `${name} is not installed; Debian's packages for it: ${engine.packages.join(' ')}`;
    if (!isThere(engine)) {
      info.skip(process.env['ENGINES'] === 'optional', lack);
      throw new Error(lack);
    }
    await use(engine);
  },

  visitor: async ({ installed, host }, use) => {
    const browser = await Browser.start(installed);
    try {
      await use(new Visitor(browser, host.url));
      // WebDriver does not tell what a page asks for. A request off the origin is refused by the policy, whose report is
      // one of these problems; what the policy would let through is seen in Chromium only.
      expect(await browser.problems(new URL(host.url).origin), 'what nobody should have seen').toEqual([]);
    } finally {
      await browser.quit();
    }
  },

  packs: [({}, use) => use(readPacks(process.env['LEITSTERN_DIST']!)), { scope: 'worker' }],
});

export const { expect } = test;
