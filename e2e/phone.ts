import type { BrowserContextOptions, LaunchOptions } from 'playwright';
import { chromiumArgs, findChromium } from './browser.ts';

/** A phone of today in the source language; every test starts with it and says where it wants another device. */
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'de-DE',
} satisfies BrowserContextOptions;

export const desktop = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  isMobile: false,
  hasTouch: false,
} satisfies BrowserContextOptions;

/** @throws where there is no Chromium */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('no Chromium found: install one or name it in the environment variable CHROMIUM');
  return { executablePath, args: chromiumArgs };
}
