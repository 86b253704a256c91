import { expect, test } from 'vitest';
import { titlesIn } from './test-titles.ts';

const run = (source: string) =>
  titlesIn(source)
    .filter(({ skipped }) => !skipped)
    .map(({ text }) => text);

test('finds tests by their titles, those of many cases and those in groups too', () => {
  expect(
    run(`test('a', () => {}); it("b", f); test.each([1])('c %i', f); test.describe('g', () => { test('d', f); });`),
  ).toEqual(['a', 'b', 'c %i', 'd']);
  expect(run('test(`e ${name} f`, f);')).toEqual(['e ${…} f']);
});

test('a comment, another string and a step are no tests', () => {
  expect(run(`// test('a', f)\n/* test('b', f) */ const c = "test('c', f)"; test.step('d', f);`)).toEqual([]);
});

test('a test that is skipped, alone, with its group or inside, does not count; one that is skipped somewhere does', () => {
  expect(run(`test.skip('a', f); it.todo('b', f); test.fixme('c', f);`)).toEqual([]);
  expect(run(`describe.skip('g', () => { it('a', f); }); test.describe.fixme('h', () => { test('b', f); });`)).toEqual(
    [],
  );
  expect(run(`test('a', () => { test.skip(); }); test('b', () => { test.skip(true, 'why'); });`)).toEqual([]);
  expect(run(`test('a', () => { test.skip(!compiler, 'why'); });`)).toEqual(['a']);
});
