import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { test as base } from 'playwright/test';
import { Guard } from './guard.ts';
import { type Host, startHost } from './host.ts';
import { type Packs, readPacks } from './packs.ts';
import { launchOptions, phone } from './phone.ts';

interface Options {
  /** Where the app stands on its host, with both slashes. */
  folder: string;
  /** That the host adds to each of its answers. */
  hostHeaders: Record<string, string>;
}

interface Fixtures {
  /** One for each test, so that each has an origin, and with it a storage, of its own. */
  host: Host;
  guard: Guard;
  /** Where `startBrowser` keeps what it stores. */
  profile: string;
  /** Starts a browser on a profile on the disk, the same one each time: only there data outlives the browser. */
  startBrowser: () => Promise<BrowserContext>;
}

export const test = base.extend<Options & Fixtures, { packs: Packs }>({
  folder: ['/', { option: true }],
  hostHeaders: [{}, { option: true }],

  host: async ({ folder, hostHeaders }, use) => {
    const host = await startHost({ root: process.env['LEITSTERN_DIST']!, base: folder, headers: hostHeaders });
    await use(host);
    await host.kill();
  },
  baseURL: ({ host }, use) => use(host.url),

  guard: [
    async ({ host }, use) => {
      const guard = new Guard(new URL(host.url).origin);
      await use(guard);
      expect(guard.problems, 'what nobody should have seen').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, guard }, use) => {
    await guard.watch(context);
    await use(context);
  },

  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'leitstern-profile-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true });
  },
  startBrowser: async ({ guard, host, profile }, use) => {
    const started: BrowserContext[] = [];
    await use(async () => {
      const context = await chromium.launchPersistentContext(profile, {
        ...phone,
        ...launchOptions(),
        baseURL: host.url,
      });
      await guard.watch(context);
      started.push(context);
      return context;
    });
    for (const context of started) await context.close();
  },

  packs: [({}, use) => use(readPacks(process.env['LEITSTERN_DIST']!)), { scope: 'worker' }],
});

export const { expect } = test;
