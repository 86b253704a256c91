/** Proves, on a short and seeded part of `npm run soak`, that neither kills nor power cuts nor two windows take an answer. */
import { expect, test } from './fixtures.ts';
import { journalLibrary } from './soak/disk/disk.ts';
import { kills } from './soak/kills.ts';
import { power } from './soak/power.ts';
import { isWhole } from './soak/rows.ts';
import type { Setting } from './soak/setting.ts';
import { tabs } from './soak/tabs.ts';

const seed = 1;
const problems: unknown[] = [];
const setting = (host: Setting['host'], pack: Setting['pack']): Setting => ({
  host,
  pack,
  lanes: 1,
  keep: false,
  onProblem: (problem) => problems.push(problem),
});

test.beforeEach(() => {
  test.setTimeout(240_000);
  problems.length = 0;
});
test.afterEach(() => expect(problems).toEqual([]));

test('row 1: no answer that was called saved is lost, doubled or torn when the browser is killed', async ({
  host,
  packs,
}) => {
  const rows = await kills(setting(host, packs.de), { runs: 8, seed });
  expect(rows.filter(isWhole)).toMatchObject([{ bar: 'kills', runs: 8 }]);
  expect(rows[0]!.acknowledged).toBeGreaterThan(0);
});

test('row 2: no answer that was called saved is lost in a power cut, and without strict durability some are', async ({
  host,
  packs,
}) => {
  test.skip(!journalLibrary(), 'needs Linux and a C compiler');
  const rows = await power(setting(host, packs.de), { runs: 5, seed });
  expect(rows.every(isWhole)).toBe(true);
  expect(rows[0]!.acknowledged).toBeGreaterThan(0);
});

test('row 12: two windows that answer at the same time lose and double nothing', async ({ host, packs }) => {
  const rows = await tabs(setting(host, packs.de), { runs: 60, seed });
  expect(rows.filter(isWhole)).toMatchObject([{ runs: 60, acknowledged: 120 }]);
});
