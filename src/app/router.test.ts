import { expect, test } from 'vitest';
import { parseHash } from './router.svelte';

test.each([
  ['', 'today', ''],
  ['#', 'today', ''],
  ['#/', 'today', ''],
  ['#/library', 'library', ''],
  ['#/library/retail/shelf-price', 'library', 'retail/shelf-price'],
  ['#/nowhere/at/all', 'today', ''],
  ['#/charter/first?x=1', 'charter', 'first'],
])('%s leads to %s', (hash, place, rest) => expect(parseHash(hash)).toMatchObject({ place, rest }));

test('the query stands behind the path', () => {
  expect(parseHash('#/practice?principle=first&x=a?b').query.get('principle')).toBe('first');
  expect(parseHash('#/practice?principle=first&x=a?b').query.get('x')).toBe('a?b');
});
