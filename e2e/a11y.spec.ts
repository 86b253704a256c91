/** Proves that no automatic check finds a barrier anywhere, by day and by night. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { walk } from './walk.ts';

// What fades in is judged when it is there.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ colorScheme });

    test(`no barrier is found on any screen, ${colorScheme}`, async ({ page, packs }) => {
      test.setTimeout(180_000);
      await walk(page, packs.de, async (state) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
        );
        expect.soft(found, state).toEqual([]);
      });
    });
  });
}
