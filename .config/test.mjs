import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { browser, engines, install, run } from './setup.mjs';

install();
browser();
engines();

/** Absolute: each runner has a root of its own. */
const results = resolve('node_modules/.cache/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** What a runner counted; a runner that left no count failed as one. */
function counted(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const verdict = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

const check = (script) => verdict(run('npm', ['run', '--silent', script]));

/** For what runs beside others: what it says is shown when it is over. */
const checkBeside = (script) =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script]);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (some) => said.push(some));
    child.on('error', (error) => said.push(Buffer.from(`${error}\n`)));
    child.on('close', (status) => {
      if (said.length) console.log(`\n── ${script} says\n${Buffer.concat(said)}`);
      resolve(verdict(status === 0));
    });
  });

/** Where the registry cannot be asked, that counts as skipped. */
function audit() {
  const file = `${results}/audit.json`;
  const ok = run('npm', ['run', '--silent', 'audit'], { env: { ...process.env, AUDIT_OUTPUT: file } });
  const count = counted(file, (counts) => counts);
  return { ...count, failed: Math.max(count.failed, ok ? 0 : 1), why: 'the registry could not be asked' };
}

function vitest(project) {
  const file = `${results}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = run('npx', ['vitest', 'run', '--project', project, ...reporters]);
  const count = counted(file, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
  return { passed: count.passed, failed: Math.max(count.failed, ok ? 0 : 1) };
}

/** Where a machine has no Firefox or WebKitGTK, their journeys are skipped. */
function playwright(script) {
  const file = `${results}/${script}.json`;
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ENGINES: 'optional' };
  const ok = run('npm', ['run', '--silent', script, '--', '--reporter=list,json'], { env });
  const { skipped, ...count } = counted(file, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
  return { passed: count.passed, failed: Math.max(count.failed, ok ? 0 : 1), skipped, why: 'no such browser here' };
}

/** What only looks at the sources, in two lanes. */
const beside = [
  [['lint', () => checkBeside('lint')]],
  [
    ['types', () => checkBeside('check')],
    ['format', () => checkBeside('format')],
    ['unused code', () => checkBeside('unused')],
    ['scenarios', () => checkBeside('scenarios')],
  ],
];

const steps = [
  ['dependencies', audit],
  ['unit tests', () => vitest('unit')],
  ['component tests', () => vitest('component')],
  ['build', () => check('build')],
  ['size budget', () => check('budget')],
  ['end-to-end tests', () => playwright('e2e')],
  ['other engines', () => playwright('engines')],
];

async function take(lane) {
  const rows = [];
  for (const [name, step] of lane) {
    console.log(`\n── ${name}`);
    const start = Date.now();
    rows.push({ name, ...(await step()), seconds: Math.round((Date.now() - start) / 1000) });
  }
  return rows;
}

const rows = [...(await Promise.all(beside.map(take))).flat(), ...(await take(steps))];
console.log('');
for (const { name, passed, failed, skipped, why, seconds } of rows)
  console.log(
    `${name.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s` +
      (skipped ? `   ${skipped} skipped: ${why}` : ''),
  );
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
