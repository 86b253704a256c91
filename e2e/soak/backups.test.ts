import { expect, test } from 'vitest';
import { backups } from './backups.ts';

test('a short run of the bars of backups finds nothing', async () => {
  const problems: unknown[] = [];
  const results = await backups({ onProblem: (problem) => problems.push(problem) }, { runs: 30, seed: 1 });
  expect(problems).toEqual([]);
  expect(results.map(({ bar, runs, broken }) => [bar, runs > 0, broken])).toEqual([
    ['backups: foreign', true, 0],
    ['backups: mutated', true, 0],
    ['backups: restored', true, 0],
    ['backups: merged', true, 0],
  ]);
});
