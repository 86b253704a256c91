import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Host, startHost } from '../host.ts';
import type { Row } from './figures.ts';
import { learnersReport } from './learners/report.ts';
import { measurements } from './measurements.ts';
import { formatTable } from './table.ts';

/*
 * npm run bench -- [dist] [--runs=7] [--answers=40] [--only=first,answer,starts,shifts,sizes,learners]
 *
 * Measures a build against the budgets of DESIGN.md. Figures, not a test: it exits with 0 whatever they are.
 */
const here = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const option = (name: string): string | undefined =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const dist = resolve(words.find((word) => !word.startsWith('--')) ?? 'dist');
const counts = { runs: Number(option('runs') ?? 7), answers: Number(option('answers') ?? 40) };
const only = option('only')?.split(',') ?? [...Object.keys(measurements), 'learners'];

if (only.includes('learners')) console.log(`${learnersReport()}\n`);
// Needs neither build nor browser.
if (only.every((part) => part === 'learners')) process.exit();

if (!existsSync(join(dist, 'index.html'))) {
  if (dist !== resolve('dist')) throw new Error(`no build at ${dist}`);
  spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

const scratch = await mkdtemp(join(tmpdir(), 'leitstern-bench-'));
const hosts: Host[] = [];
const start = async (root: string): Promise<Host> => {
  const host = await startHost({ root, protocol: 'h2', brotli: true });
  hosts.push(host);
  return host;
};
const rows: Row[] = [];
try {
  const [ours, floor] = [await start(dist), await start(here)];
  for (const [part, measure] of Object.entries(measurements)) {
    if (!only.includes(part)) continue;
    process.stderr.write(`${part} …\n`);
    try {
      rows.push(
        ...(await measure({
          dist,
          host: ours,
          floor: `${floor.url}floor.html`,
          profile: await mkdtemp(join(scratch, 'profile-')),
          ...counts,
        })),
      );
    } catch (error) {
      rows.push({ what: part, unit: '', ours: [], note: String(error).split('\n', 1)[0]! });
    }
  }
  console.log(`\n${formatTable(rows)}\n\n${conditionsOf(ours)}`);
} finally {
  await Promise.all(hosts.map((host) => host.kill()));
  await rm(scratch, { recursive: true, force: true });
}

function conditionsOf({ protocol }: Host): string {
  const over = protocol === 'h2' ? 'HTTP/2' : 'HTTP/1.1 in the clear (openssl is missing)';
  return [
    `Brotli over ${over}; 390 × 844, 4 × CPU, 1.6 Mbit/s, 150 ms; ${counts.runs} runs, in turn with the floor; kB of 1,000.`,
    `Processes that wanted a core, mean of the last five minutes: ${loadavg()[1]?.toFixed(1)}.`,
  ].join('\n');
}
