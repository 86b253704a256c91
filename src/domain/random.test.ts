import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hash, seeded, shuffled } from './random';

// The order of an attempt's responses, and the principle of a day, are derived from these on every device and by every
// release: other numbers would be another order in the middle of an attempt.

describe('numbers of a seed', () => {
  test('are those of Mulberry32', () => {
    const random = seeded(0);
    expect([random(), random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  });

  test('lie between 0 and 1, and begin elsewhere with another seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const numbers = Array.from({ length: 50 }, random);
        for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
        expect(seeded(seed + 1)()).not.toBe(numbers[0]);
      }),
    );
  });
});

describe('the hash of a text', () => {
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is that of FNV-1a: %j', (text, expected) => {
    expect(hash(text)).toBe(expected);
  });
});

describe('a shuffled list', () => {
  test('has the same items, and leaves the list it was made from as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (items, seed) => {
        const before = [...items];
        const byValue = (a: number, b: number) => a - b;
        expect(shuffled(items, seeded(seed)).sort(byValue)).toEqual([...items].sort(byValue));
        expect(items).toEqual(before);
      }),
    );
  });

  test('takes one number fewer than it has items, so that what is drawn next stays the same too', () => {
    const random = vi.fn(seeded(1));
    shuffled(['a', 'b', 'c', 'd'], random);
    expect(random).toHaveBeenCalledTimes(3);
  });

  test('can be in any order', () => {
    const orders = Array.from({ length: 200 }, (_, seed) => shuffled(['a', 'b', 'c'], seeded(seed)).join(''));
    expect(new Set(orders).size).toBe(6);
  });
});
