/** Proves that no automatic check finds a barrier anywhere, by day and by night. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { walk } from './walk.ts';

// What fades in is judged when it is there.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The night changes nothing but colours. */
const looks = [
  ['light', (axe: AxeBuilder) => axe.withTags(wcag)],
  ['dark', (axe: AxeBuilder) => axe.withRules(['color-contrast', 'link-in-text-block'])],
] as const;

test('no barrier is found on any screen, by day and by night', async ({ page, packs }) => {
  test.setTimeout(240_000);
  await walk(page, packs.de, async (state) => {
    for (const [colorScheme, judge] of looks) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await judge(new AxeBuilder({ page })).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
      );
      expect.soft(found, `${state}, ${colorScheme}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });
});
