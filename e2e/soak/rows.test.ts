import { expect, test } from 'vitest';
import { isWhole, type Row, shortOf } from './rows.ts';

const row = (overrides: Partial<Row> = {}): Row => ({
  ...{ bar: 'kills', runs: 10, acknowledged: 30, lost: 0, doubled: 0, torn: 0, broken: 0, recounted: 1, seconds: 1 },
  ...overrides,
});

test('a row is whole with as many runs as asked for and nothing lost, doubled, torn or broken', () => {
  expect(isWhole(row(), 10)).toBe(true);
  for (const key of ['lost', 'doubled', 'torn', 'broken']) expect(isWhole(row({ [key]: 1 }), 10), key).toBe(false);
});

test('a row that proves nothing is not whole: too few runs, none, or no answer acknowledged', () => {
  expect(isWhole(row(), 11)).toBe(false);
  expect(isWhole(row({ runs: 0 }), 0)).toBe(false);
  for (const bar of ['kills', 'power', 'webkit', 'tabs'])
    expect(isWhole(row({ bar, acknowledged: 0 }), 10), bar).toBe(false);
  expect(isWhole(row({ bar: 'time', acknowledged: 0 }), 10)).toBe(true);
});

test('kills and power cuts, unless there were few, must have held a snapshot against a recount', () => {
  expect(isWhole(row({ recounted: 0 }), 8)).toBe(false);
  expect(isWhole(row({ recounted: 0 }), 7)).toBe(true);
  expect(isWhole(row({ bar: 'power', recounted: 0 }), 8)).toBe(false);
  expect(isWhole(row({ bar: 'tabs', recounted: 0 }), 8)).toBe(true);
});

test('a bar falls short with an empty table, without one of its lines, and with a line that is not whole', () => {
  expect(shortOf([row()], { kills: 10 })).toEqual([]);
  expect(shortOf([], { kills: 10 })).toHaveLength(1);
  expect(shortOf([row()], { kills: 10, other: 1 })).toHaveLength(1);
  expect(shortOf([row({ lost: 1 })], { kills: 10 })).toHaveLength(1);
});
