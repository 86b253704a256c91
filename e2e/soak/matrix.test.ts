import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { matrix } from './matrix.ts';
import { titlesIn } from './test-titles.ts';

const root = resolve(import.meta.dirname, '../..');

test('the fault matrix has its 46 rows', () => {
  expect(Object.keys(matrix).map(Number)).toEqual(Array.from({ length: 46 }, (_, i) => i + 1));
});

test.each(Object.entries(matrix))('row %s is covered by tests that are there', (_, { cover }) => {
  if (typeof cover === 'string') return;
  expect(cover.length).toBeGreaterThan(0);
  for (const [file, name] of cover) {
    const titles = titlesIn(readFileSync(resolve(root, file), 'utf8')).filter(({ skipped }) => !skipped);
    expect(titles.map(({ text }) => text)).toContainEqual(expect.stringContaining(name));
  }
});
