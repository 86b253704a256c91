import {
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright';
import { chromiumArgs, findChromium } from '../browser.ts';

/** The phone of the budgets. German, the source language. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'de-DE',
  ignoreHTTPSErrors: true,
};

/** @param hostArgs `browserArgs` of the hosts that will be visited */
export function launchOptions(hostArgs: string[]): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no Chromium found: install one or name it in the environment variable CHROMIUM');
  return { executablePath, args: [...chromiumArgs, ...hostArgs] };
}

/** 4 × CPU slowdown, 1.6 Mbit/s down, 750 kbit/s up, 150 ms: for the page; a service worker's requests run free. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return cdp;
}

/**
 * Keeps out of the page for as long as what is measured usually takes: where a driver asks at once, it first puts scripts
 * of its own into the page, and those cost it some 70 ms at this CPU slowdown.
 */
export const keepOut = (page: Page): Promise<void> => page.waitForTimeout(2000);

/** Runs `install` before the scripts of every document that the context opens. */
export async function addProbe<Options>(
  context: BrowserContext,
  install: (options: Options) => void,
  options: Options,
): Promise<void> {
  // The runner that compiles this file wraps inner functions in a helper that does not exist in the page.
  await context.addInitScript('globalThis.__name ??= (f) => f');
  await context.addInitScript(install as (options: unknown) => void, options);
}

/**
 * Opens a browser on a profile on disk, with a probe, and closes it after the work. Only there do databases and workers
 * outlive it; those of a fresh context are kept in memory.
 */
export async function inProfile<Options, T>(
  { profile, browserArgs }: { profile: string; browserArgs: string[] },
  [install, options]: readonly [(options: Options) => void, Options],
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, { ...phone, ...launchOptions(browserArgs) });
  try {
    await addProbe(context, install, options);
    return await work(context);
  } finally {
    await context.close();
  }
}
