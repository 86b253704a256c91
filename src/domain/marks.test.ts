import { describe, expect, test } from 'vitest';
import { leanOf, type Mark, pointsOf, stanceOf } from './marks';

const all = ([0, 1, 2, 3] as const).flatMap((customer) =>
  ([0, 1, 2, 3] as const).map((business) => ({ customer, business })),
);
const at = (customer: Mark, business: Mark) => ({ customer, business });

describe('marks', () => {
  test('points are the smaller mark, so that grovelling loses as many as rudeness', () => {
    expect(pointsOf(at(3, 1))).toBe(1);
    for (const { customer, business } of all)
      expect(pointsOf(at(customer, business))).toBe(pointsOf(at(business, customer)));
  });

  test('the lean is mirrored when the marks are swapped', () => {
    for (const { customer, business } of all) {
      const lean = leanOf(at(customer, business));
      const mirrored = leanOf(at(business, customer));
      if (lean === undefined) expect(mirrored).toBeUndefined();
      else expect(mirrored! + lean).toBe(0);
    }
  });

  test.each([
    [at(3, 3), 'partner'],
    [at(2, 2), 'compromise'],
    [at(3, 0), 'jester'],
    [at(2, 1), 'jester'],
    [at(1, 2), 'adversary'],
    [at(0, 3), 'adversary'],
    [at(1, 1), 'absent'],
    [at(1, 0), 'absent'],
    [at(0, 1), 'absent'],
  ] as const)('%o is the place of the %s', (marks, stance) => expect(stanceOf(marks)).toBe(stance));

  test('only 3/3 is the partner', () => {
    expect(all.filter((marks) => stanceOf(marks) === 'partner')).toEqual([at(3, 3)]);
  });
});
