import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { unsigned, vulnerable, type Verdict } from './audit.ts';

/*
 * npm run audit
 *
 * Asks the registry whether any package is known to be vulnerable, and whether every one is signed. Development
 * dependencies count like the others: Svelte, Valibot and Workbox are among them, and ship. Where the registry cannot be
 * asked, that is said and nothing fails, because a build must not need a network; but it is not counted as passed either:
 * AUDIT_OUTPUT names a file for the counts.
 */
const patient = ['--json', '--fetch-retries=0', '--fetch-timeout=15000'];
const ask = (words: string[]): string =>
  spawnSync('npm', ['audit', ...words, ...patient], {
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  }).stdout ?? '';

const asked: [string, Verdict][] = [
  ['known vulnerabilities', vulnerable(ask(['--include=dev']))],
  ['signatures', unsigned(ask(['signatures']))],
];
for (const [what, verdict] of asked) {
  if (verdict.kind === 'clean') console.log(`${what}: nothing found`);
  else if (verdict.kind === 'unreachable')
    console.log(`${what}: NOT CHECKED, the registry could not be asked (${verdict.why})`);
  else console.error(`${what}:\n${verdict.findings.map((finding) => `  ${finding}`).join('\n')}`);
}
const count = (wanted: Verdict['kind']) => asked.filter(([, { kind }]) => kind === wanted).length;
const counts = { passed: count('clean'), failed: count('bad'), skipped: count('unreachable') };
const output = process.env['AUDIT_OUTPUT'];
if (output) writeFileSync(output, JSON.stringify(counts));
process.exitCode = counts.failed ? 1 : 0;
