import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical';

// A checksum is made over this text: other text for the same data would call every older backup damaged.

test.each([
  [{ b: 1, a: { d: [true, null], c: 'x' } }, '{"a":{"c":"x","d":[true,null]},"b":1}'],
  [[3, 1, [2], []], '[3,1,[2],[]]'],
  [{}, '{}'],
  [null, 'null'],
  ['a"b\n', '"a\\"b\\n"'],
  [{ kept: 1, gone: undefined }, '{"kept":1}'],
])('fields stand in the order of their names, lists as they are, without white space: %j', (data, text) => {
  expect(canonical(data)).toBe(text);
});

test('it is the same data, and the same text whatever order the fields come in', () => {
  const turned = (data: unknown): unknown => {
    if (typeof data !== 'object' || data === null) return data;
    if (Array.isArray(data)) return data.map(turned);
    return Object.fromEntries(
      Object.entries(data)
        .reverse()
        .map(([key, value]) => [key, turned(value)]),
    );
  };
  const data = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(data, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(value);
      expect(canonical(turned(value))).toBe(canonical(value));
    }),
  );
});
