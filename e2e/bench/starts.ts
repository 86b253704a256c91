import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { inProfile, keepOut, slowDown } from './conditions.ts';
import { manyAnswers, storeAnswers } from './many-answers.ts';
import { installProbe, type ProbeOptions, seenAt } from './probe.ts';
import { browserOf, type Setting } from './setting.ts';
import { answerScene, openScene, readyForOffline } from './walk.ts';

/** Milliseconds from navigation start. */
interface Start {
  /** Until Today is painted with something to go on with. */
  seen: number;
  /** Until it is there with all that follows from what is stored. */
  complete: number;
}

export interface Starts {
  /** In a browser that was started for it. */
  cold: Start[];
  /** In another tab of that browser. */
  warm: Start[];
}

const today = '[data-screen="today"] :is(a, button)';
const complete = '[data-screen="today"] a[href="#/me"]';
const probe: readonly [(options: ProbeOptions) => void, ProbeOptions] = [
  installProbe,
  { target: today, complete, submit: false },
];

async function startOnce(page: Page, url: string): Promise<Start> {
  await slowDown(page);
  await page.goto(url, { waitUntil: 'commit' });
  await keepOut(page);
  await page.waitForFunction(
    () => window.benchProbe.completed !== undefined && window.benchProbe.firstContentfulPaint !== undefined,
  );
  const probe = await page.evaluate(() => window.benchProbe);
  await page.close();
  return { seen: seenAt(probe), complete: probe.completed! };
}

/** Makes the profile that of somebody who has answered once and whose browser keeps the app. */
export const installApp = (setting: Setting): Promise<void> =>
  inProfile(browserOf(setting), probe, async (context) => {
    const page = await context.newPage();
    await page.goto(setting.host.url);
    await openScene(page);
    await answerScene(page, 0);
    await page.locator('[data-feedback][data-saved="true"]').waitFor();
    await readyForOffline(page);
  });

/**
 * Adds answers to those in the profile. The scenarios are those of the working directory.
 * @returns how many answers the app says that there are, on Me
 */
export const fillWithAnswers = (setting: Setting, count: number): Promise<string> =>
  inProfile(browserOf(setting), probe, async (context) => {
    const page = await context.newPage();
    await page.goto(setting.host.url);
    await storeAnswers(page, manyAnswers(resolve('scenarios'), count, Date.now()));
    // Whatever is derived once at the first start after that is no part of the starts that are measured.
    await page.reload();
    await page.locator(today).first().waitFor();
    await page.goto(`${setting.host.url}#/me`);
    const said = await page.locator('[data-count="answers"]').first().textContent();
    await page.waitForTimeout(2000);
    return (said ?? '').trim();
  });

/** Starts the app again and again, each time in a newly started browser. */
export async function starts(setting: Setting): Promise<Starts> {
  const result: Starts = { cold: [], warm: [] };
  for (let run = 0; run < setting.runs; run++) {
    await inProfile(browserOf(setting), probe, async (context) => {
      // The tab that comes with the browser was opened before the probe was there.
      result.cold.push(await startOnce(await context.newPage(), setting.host.url));
      result.warm.push(await startOnce(await context.newPage(), setting.host.url));
    });
  }
  return result;
}
