import { expect, test } from 'vitest';
import { formatFigure, isMet, median, quantile, type Row } from './figures';

const row = (overrides: Partial<Row>): Row => ({ what: 'x', unit: 'ms', ours: [1, 2, 9], ...overrides });

test('takes the middle, between two values the mean', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(median([])).toBeNaN();
});

test('holds the chosen figure against the bar', () => {
  expect(isMet(row({ bar: { atMost: 2 } }))).toBe(true);
  expect(isMet(row({ bar: { below: 2 } }))).toBe(false);
  expect(isMet(row({ bar: { atMost: 2 }, take: 'largest' }))).toBe(false);
  expect(isMet(row({ bar: { timesFloor: 1.25 }, floor: [1.6] }))).toBe(true);
  expect(isMet(row({ bar: { timesFloor: 1.25 }, floor: [1.5] }))).toBe(false);
});

test('says neither met nor missed of what has no bar or was not measured', () => {
  expect(isMet(row({}))).toBeUndefined();
  expect(isMet(row({ bar: { atMost: 2 }, ours: [] }))).toBeUndefined();
});

test('writes figures in the unit of their bar', () => {
  expect([formatFigure(18_340, 'kB'), formatFigure(412.4, 'ms'), formatFigure(0.0042, '')]).toEqual([
    '18.3',
    '412',
    '0.004',
  ]);
});
