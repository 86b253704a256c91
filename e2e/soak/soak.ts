import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import builds from '../builds.ts';
import { startHost } from '../host.ts';
import { readPacks } from '../packs.ts';
import { bars } from './bars.ts';
import { isWhole, type Row, tableOf } from './rows.ts';

/*
 * npm run soak -- [--only=kills,power,webkit,tabs,faults,migrations,check,time,backups] [--runs=1000] [--seed=1] [--lanes=2]
 *
 * Runs the bars at length, prints their table and exits with 1 where one is not met. What failed, with its seed and the
 * profile it happened in, is added to test-results/soak/failures.jsonl.
 */
const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option('only')?.split(',') ?? Object.keys(bars);
const unknown = only.find((name) => !(name in bars));
if (unknown) throw new Error(`no bar "${unknown}"; there are ${Object.keys(bars).join(', ')}`);
const seed = Number(option('seed') ?? Date.now() % 1_000_000);

await builds();
const dist = process.env['LEITSTERN_DIST']!;
const results = resolve('test-results/soak');
mkdirSync(results, { recursive: true });
const host = await startHost({ root: dist });
const onProblem = (problem: Record<string, unknown>) => {
  console.error(problem);
  appendFileSync(
    join(results, 'failures.jsonl'),
    `${JSON.stringify({ when: new Date().toISOString(), ...problem })}\n`,
  );
};
const rows: Row[] = [];
try {
  const setting = { host, pack: (await readPacks(dist)).de, lanes: Number(option('lanes') ?? 2), onProblem };
  for (const name of only) {
    process.stderr.write(`${name} …\n`);
    const { run, runs } = bars[name]!;
    rows.push(...(await run(setting, { runs: Number(option('runs') ?? runs), seed })));
  }
} finally {
  await host.kill();
}
console.log(
  `\n${tableOf(rows)}\n\nseed ${seed}; ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores, ${process.platform}`,
);
process.exitCode = rows.every(isWhole) ? 0 : 1;
