import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idMaker, newId } from './new-id';

const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const drawn = fc.infiniteStream(draw).map((stream) => () => stream.next().value as number);

test('an id has the form of a ULID', () => {
  fc.assert(
    fc.property(instant, drawn, (now, random) => {
      expect(newId(now, random)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    }),
  );
});

test('the time stands in the first ten characters', () => {
  // The example of the ULID specification.
  expect(newId(1469922850259, () => 0)).toBe('01ARZ3NDEK' + '0'.repeat(16));
  expect(newId(1469922850259, () => 0.999999)).toBe('01ARZ3NDEK' + 'Z'.repeat(16));
});

test('ids of different milliseconds sort by time', () => {
  fc.assert(
    fc.property(instant, instant, drawn, (a, b, random) => {
      fc.pre(a < b);
      expect(newId(a, random) < newId(b, random)).toBe(true);
    }),
  );
});

test('one maker’s ids rise strictly, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), instant), { minLength: 2 }),
      drawn,
      (clock, random) => {
        const make = idMaker(random);
        const ids = clock.map(make);
        expect(ids).toEqual([...new Set(ids)].sort());
      },
    ),
  );
});

test('a full random part carries into the time', () => {
  const make = idMaker(() => 0.999999);
  make(31);
  expect(make(31)).toBe('0000000010' + '0'.repeat(16));
});

test('a clock out of range or a random source that yields 1 still makes an id', () => {
  for (const now of [-1, NaN, Infinity, 1.5, 2 ** 60])
    expect(newId(now, () => 1)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});

test('ten thousand ids of one millisecond and many makers are all different', () => {
  const ids = Array.from({ length: 10_000 }, () => newId(1, Math.random));
  expect(new Set(ids).size).toBe(ids.length);
});
