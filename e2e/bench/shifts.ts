import { inProfile, slowDown } from './conditions.ts';
import { installProbe } from './probe.ts';
import { browserOf, type Setting } from './setting.ts';

const screens = ['#/', '#/practice', '#/path', '#/library', '#/charter', '#/me'] as const;

export interface Shift {
  screen: string;
  /** Sum over the load and three seconds after it, without what a person's input moved. */
  value: number;
  /** The largest, by the start of the markup of what moved. */
  what: string;
}

/** Loads every screen by its own address, in the profile as it is, and adds up what moves. */
export const shiftsOfScreens = (setting: Setting): Promise<Shift[]> =>
  inProfile(browserOf(setting), [installProbe, { target: '[data-screen]', submit: false }], async (context) => {
    const shifts: Shift[] = [];
    for (const screen of screens) {
      const page = await context.newPage();
      await slowDown(page);
      await page.goto(`${setting.host.url}${screen}`, { waitUntil: 'commit' });
      await page.waitForFunction(() => window.benchProbe.painted !== undefined);
      await page.waitForTimeout(3000);
      const moved = await page.evaluate(() => window.benchProbe.shifts);
      const [largest] = [...moved].sort((a, b) => b.value - a.value);
      shifts.push({ screen, value: moved.reduce((sum, { value }) => sum + value, 0), what: largest?.what ?? '' });
      await page.close();
    }
    return shifts;
  });
