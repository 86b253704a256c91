import type { Page } from 'playwright';
import { inProfile, keepOut, slowDown } from './conditions.ts';
import { browserOf, type Setting } from './setting.ts';
import { installTapProbe } from './tap-probe.ts';
import { answerScene, openScene } from './walk.ts';

/** Milliseconds since the tap on submit, one value for each answer. */
export interface Answering {
  explained: number[];
  nextPaint: number[];
  /** Shorter than the others where an answer was not on disk within five seconds. */
  saved: number[];
}

async function answerOnce(page: Page, index: number, saves: boolean, into: Answering): Promise<void> {
  await answerScene(page, index);
  await keepOut(page);
  await page.waitForFunction(() => Number.isFinite(window.benchTap.explained));
  if (saves) {
    const onDisk = page.waitForFunction(() => window.benchTap.saved !== undefined, undefined, { timeout: 5000 });
    await onDisk.catch(() => undefined);
  }
  const { tapped = NaN, explained = NaN, saved, nextPaint } = await page.evaluate(() => window.benchTap);
  into.explained.push(explained - tapped);
  if (saved !== undefined) into.saved.push(saved - tapped);
  if (nextPaint !== undefined) into.nextPaint.push(nextPaint);
}

/** Answers scene after scene, and the floor's one question as often as there are runs. */
export const answering = (setting: Setting): Promise<{ ours: Answering; floor: Answering }> =>
  inProfile(browserOf(setting), [installTapProbe, undefined], async (context) => {
    const ours: Answering = { explained: [], nextPaint: [], saved: [] };
    const floor: Answering = { explained: [], nextPaint: [], saved: [] };
    const page = await context.newPage();
    await slowDown(page);
    await page.goto(setting.host.url);
    for (let i = 0; i < setting.answers; i++) {
      await openScene(page);
      await answerOnce(page, i, true, ours);
    }
    for (let i = 0; i < setting.runs; i++) {
      await page.goto(setting.floor);
      await answerOnce(page, i, false, floor);
    }
    return { ours, floor };
  });
