import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './rows.ts';

/** A bar that the unit tests meet whole: it is run by them, one line for each. */
export const suite = (bar: string, files: readonly string[], pattern: string) => async (): Promise<Row[]> => {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'leitstern-suite-'));
  const result = join(folder, 'result.json');
  const args = ['vitest', 'run', '--project', 'unit', ...files, '-t', pattern, '--reporter=json'];
  spawnSync('npx', [...args, `--outputFile.json=${result}`], { stdio: 'ignore' });
  let [passed, failed] = [0, 1];
  try {
    const counts = JSON.parse(readFileSync(result, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    [passed, failed] = [counts.numPassedTests, counts.numFailedTests];
  } catch {
    // No count is a failure.
  }
  rmSync(folder, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - started) / 1000);
  const counts = { runs: passed + failed, acknowledged: 0, lost: 0, doubled: 0, torn: 0, broken: failed };
  return [{ bar, ...counts, seconds, note: 'tests, each of many cases' }];
};
