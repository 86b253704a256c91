import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './rows.ts';
import type { Setting } from './setting.ts';

/** What Vitest's reporter writes, as far as it is read here. */
interface Report {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    /** Why a file could not be run at all. */
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

export interface Result {
  passed: number;
  failed: number;
  problems: Record<string, unknown>[];
}

/** What a report proves. A run that did not end well, or in which nothing passed, has failed at least once. */
export function resultOf(report: Report | undefined, status: number | null, said: string): Result {
  const { numPassedTests: passed = 0, numFailedTests = 0, success = false, testResults = [] } = report ?? {};
  const problems: Record<string, unknown>[] = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [{ file: name, error: message }] : []),
    ...assertionResults
      .filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages }) => ({ file: name, test: fullName, failureMessages })),
  ]);
  const isGood = success && status === 0 && passed > 0;
  if (!isGood && !problems.length) problems.push({ error: `${passed} tests passed, exit ${status}`, said });
  return { passed, failed: isGood ? numFailedTests : Math.max(1, numFailedTests), problems };
}

function reportIn(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/**
 * A bar that the unit tests meet whole: it is run by them, one line for each. They may read its seed and number of runs
 * from `SOAK_SEED` and `SOAK_RUNS`; without a number each keeps its own.
 */
export const suite =
  (bar: string, files: readonly string[], pattern: string) =>
  async ({ onProblem }: Setting, { runs, seed }: { runs: number; seed: number }): Promise<Row[]> => {
    const started = Date.now();
    const folder = mkdtempSync(join(tmpdir(), 'leitstern-suite-'));
    const file = join(folder, 'result.json');
    const args = ['vitest', 'run', '--project', 'unit', ...files, '-t', pattern];
    const given = { SOAK_SEED: String(seed), ...(runs > 0 && { SOAK_RUNS: String(runs) }) };
    const { status, stderr } = spawnSync('npx', [...args, '--reporter=json', `--outputFile.json=${file}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, ...given },
    });
    const { passed, failed, problems } = resultOf(reportIn(file), status, stderr.slice(-2000));
    rmSync(folder, { recursive: true, force: true });
    const words = args.map((word) => (/^[\w./-]+$/.test(word) ? word : `'${word}'`));
    const command = `${Object.entries(given)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')} npx ${words.join(' ')}`;
    for (const problem of problems) onProblem({ bar, seed, ...problem, command });
    const seconds = Math.round((Date.now() - started) / 1000);
    const counts = { runs: passed + failed, acknowledged: 0, lost: 0, doubled: 0, torn: 0, broken: failed };
    return [{ bar, ...counts, seconds, note: 'tests, each of many cases' }];
  };
