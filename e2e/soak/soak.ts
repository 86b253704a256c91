import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import builds from '../builds.ts';
import { startHost } from '../host.ts';
import { readPacks } from '../packs.ts';
import { bars, linesOf } from './bars.ts';
import { again, placeOf } from './replay.ts';
import { type Row, shortOf, tableOf } from './rows.ts';

/*
 * npm run soak -- [--only=kills,power,webkit,tabs,faults,migrations,check,time,backups] [--runs=1000] [--seed=1] [--lanes=2]
 *   [--profile=0/3]
 *
 * Runs the bars at length, prints their table and exits with 1 where one is not met, or proved nothing. What failed, with
 * its seed, the profile it happened in and the command that does it again, is added to test-results/soak/failures.jsonl.
 * A profile, by its lane and its place there, is one of kills, power, webkit and tabs that is to be looked into again.
 */
const option = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option('only')?.split(',') ?? Object.keys(bars);
const unknown = only.find((name) => !(name in bars));
if (unknown) throw new Error(`no bar "${unknown}"; there are ${Object.keys(bars).join(', ')}`);
const seed = Number(option('seed') ?? Date.now() % 1_000_000);
const lanes = Number(option('lanes') ?? 2);
const profile = option('profile');
const place = profile === undefined ? {} : { profile: placeOf(profile) };
process.stderr.write(`seed ${seed}, ${lanes} lanes\n`);

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
const short: string[] = [];
try {
  const setting = { host, pack: readPacks(dist).de, lanes, ...place };
  for (const name of only) {
    process.stderr.write(`${name} …\n`);
    const bar = bars[name]!;
    const runs = Number(option('runs') ?? bar.runs);
    const told = (problem: Record<string, unknown>) =>
      onProblem({ seed, lanes, command: again({ bar: name, runs, seed, lanes }), ...problem });
    const found = await bar.run({ ...setting, onProblem: told }, { runs, seed });
    rows.push(...found);
    // A long run may be ended before its last line.
    process.stderr.write(`${tableOf(found)}\n`);
    short.push(...shortOf(found, linesOf(name, runs)));
  }
} finally {
  await host.kill();
}
console.log(
  `\n${tableOf(rows)}\n\nseed ${seed}; ${new Date().toISOString().slice(0, 10)}; ${cpus().length} cores, ${process.platform}`,
);
for (const words of short) console.log(words);
process.exitCode = rows.length && !short.length ? 0 : 1;
