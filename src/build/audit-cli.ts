import { spawnSync } from 'node:child_process';
import { unsigned, vulnerable, type Verdict } from './audit.ts';

/*
 * npm run audit
 *
 * Asks the registry whether what ships is known to be vulnerable, and whether every package is signed. Where it cannot
 * be asked, that is said and nothing fails: a build must not need a network.
 */
const patient = ['--json', '--fetch-retries=0', '--fetch-timeout=15000'];
const ask = (words: string[]): string =>
  spawnSync('npm', ['audit', ...words, ...patient], {
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  }).stdout ?? '';

const asked: [string, Verdict][] = [
  ['known vulnerabilities of what ships', vulnerable(ask(['--omit=dev']))],
  ['signatures', unsigned(ask(['signatures']))],
];
for (const [what, verdict] of asked) {
  if (verdict.kind === 'clean') console.log(`${what}: nothing found`);
  else if (verdict.kind === 'unreachable')
    console.log(`${what}: NOT CHECKED, the registry could not be asked (${verdict.why})`);
  else console.error(`${what}:\n${verdict.findings.map((finding) => `  ${finding}`).join('\n')}`);
}
process.exitCode = asked.some(([, { kind }]) => kind === 'bad') ? 1 : 0;
