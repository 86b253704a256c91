/** Proves, on a short and seeded part of `npm run soak`, that neither kills nor power cuts nor two windows take an answer. */
import { expect, test } from './fixtures.ts';
import { journalLibrary } from './soak/disk/disk.ts';
import { kills } from './soak/kills.ts';
import { power } from './soak/power.ts';
import { shortOf } from './soak/rows.ts';
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
  // Each profile gives more than fifty answers early on, so that there is a snapshot to recount.
  test.setTimeout(420_000);
  problems.length = 0;
});
test.afterEach(() => expect(problems).toEqual([]));

test('row 1: no answer that was called saved is lost, doubled or torn when the browser is killed', async ({
  host,
  packs,
}) => {
  const rows = await kills(setting(host, packs.de), { runs: 5, seed });
  expect(shortOf(rows, { kills: 5 })).toEqual([]);
});

test('row 2: no answer that was called saved is lost in a power cut, and without strict durability some are', async ({
  host,
  packs,
}) => {
  test.skip(!journalLibrary(), 'needs Linux and a C compiler');
  const rows = await power(setting(host, packs.de), { runs: 3, seed });
  expect(shortOf(rows, { power: 3, 'power, relaxed': 3, 'power, torn': 3 })).toEqual([]);
});

test('row 12: two windows that answer at the same time lose and double nothing', async ({ host, packs }) => {
  const rows = await tabs(setting(host, packs.de), { runs: 60, seed });
  expect(shortOf(rows, { tabs: 60 })).toEqual([]);
  expect(rows).toMatchObject([{ acknowledged: 120 }]);
});
