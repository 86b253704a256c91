import { describe, expect, test } from 'vitest';
import { answer } from '../../domain/pack.fixture';
import { summaryOf } from './summary';

describe('the summary of a round', () => {
  const answers = (...marks: [0 | 1 | 2 | 3, 0 | 1 | 2 | 3][]) =>
    marks.map(([customer, business]) => answer({ marks: { customer, business } }));

  test.each([
    [answers([3, 0], [3, 1], [3, 3], [3, 3]), 'jester'],
    [answers([0, 3], [1, 2], [3, 3], [1, 3]), 'adversary'],
    [answers([3, 0], [0, 3], [3, 3], [3, 3]), 'even'],
    [answers([3, 3], [3, 3], [3, 3], [3, 3]), 'partner'],
    [answers([3, 0], [3, 0], [3, 0]), undefined],
  ])('says the direction', (list, direction) => expect(summaryOf(list).direction).toBe(direction));
});
