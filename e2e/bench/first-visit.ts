import type { Browser, Page } from 'playwright';
import { addProbe, keepOut, phone, slowDown } from './conditions.ts';
import { blockingTime, installProbe, type Probe, seenAt } from './probe.ts';
import { Transfer } from './transfer.ts';

/** Times in milliseconds since navigation start, amounts in bytes. */
export interface FirstVisit {
  readable: number;
  bytesUntilReadable: number;
  blocking: number;
  shift: number;
}

export interface FirstAnswer {
  submittable: number;
  bytesUntilSubmittable: number;
  bytesUntilExplained: number;
  choiceLost: boolean;
}

async function inFreshProfile<T>(
  browser: Browser,
  options: { submit: boolean; javaScriptEnabled?: boolean },
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const { submit, javaScriptEnabled = true } = options;
  const context = await browser.newContext({ ...phone, javaScriptEnabled });
  try {
    await addProbe(context, installProbe, { target: '[data-response]', submit });
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const read = (page: Page): Promise<{ probe: Probe; origin: number }> =>
  page.evaluate(() => ({ probe: window.benchProbe, origin: performance.timeOrigin }));

/** Opens the page and only looks, for three seconds after the scene is there, so that late work counts as well. */
export const firstVisit = (browser: Browser, url: string): Promise<FirstVisit> =>
  inFreshProfile(browser, { submit: false }, async (page) => {
    const transfer = new Transfer(await slowDown(page));
    await page.goto(url, { waitUntil: 'commit' });
    await keepOut(page);
    await page.waitForFunction(() => window.benchProbe.painted !== undefined);
    await page.waitForTimeout(3000);
    const { probe, origin } = await read(page);
    const readable = seenAt(probe);
    return {
      readable,
      bytesUntilReadable: transfer.until(origin + readable),
      blocking: blockingTime(probe),
      shift: probe.shifts.reduce((sum, { value }) => sum + value, 0),
    };
  });

/** Opens the page and answers the first scene as early as it lets itself be answered. */
export const firstAnswer = (browser: Browser, url: string): Promise<FirstAnswer> =>
  inFreshProfile(browser, { submit: true }, async (page) => {
    const transfer = new Transfer(await slowDown(page));
    await page.goto(url, { waitUntil: 'commit' });
    await keepOut(page);
    await page.waitForFunction(() => window.benchProbe.explained !== undefined);
    const { probe, origin } = await read(page);
    return {
      submittable: probe.submitted ?? NaN,
      bytesUntilSubmittable: transfer.until(origin + (probe.submitted ?? NaN)),
      bytesUntilExplained: transfer.until(origin + (probe.explained ?? NaN)),
      choiceLost: probe.choiceLost,
    };
  });

/**
 * Time to the first content with JavaScript switched off; no script can look there, so the browser's own event tells.
 * `undefined` where the page shows no response without JavaScript.
 */
export const firstVisitWithoutScript = (browser: Browser, url: string): Promise<number | undefined> =>
  inFreshProfile(browser, { submit: false, javaScriptEnabled: false }, async (page) => {
    const cdp = await slowDown(page);
    await cdp.send('Page.enable');
    await cdp.send('Page.setLifecycleEventsEnabled', { enabled: true });
    let started: number | undefined;
    cdp.on('Network.requestWillBeSent', ({ timestamp }) => (started ??= timestamp));
    const painted = new Promise<number>((resolve) => {
      cdp.on('Page.lifecycleEvent', ({ name, timestamp }) => {
        if (name === 'firstContentfulPaint' && started !== undefined) resolve(timestamp);
      });
    });
    await page.goto(url);
    const at = await painted;
    if (!(await page.locator('[data-response]').first().isVisible())) return undefined;
    return (at - (started ?? NaN)) * 1000;
  });
