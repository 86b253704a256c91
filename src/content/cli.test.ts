import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { edit, packYaml } from './fixture';

const loader = createRequire(import.meta.url).resolve('tsx');
const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** `npm run scenarios <folder>`, from inside the folder that holds it. */
function run(name: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, cli, name], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('findings are printed one on a line, without a stack, and the exit code says so', () => {
  writeFileSync(
    join(folder, 'pack.yaml'),
    edit(edit(packYaml, 'first: crafts/heating\n', ''), 'version: 3', 'version: x'),
  );
  expect(run('.')).toEqual({
    status: 1,
    stdout:
      'pack.yaml:1:1 first: expected the id of a scenario, <industry>/<slug>, found nothing\n' +
      'pack.yaml:2:10 version: expected a whole number of at least 1, found "x"\n',
    stderr: '',
  });
}, 60_000);

test('a folder that is not there is a finding too', () => {
  const { status, stdout } = run('nowhere');
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^nowhere:1:1: expected a folder that can be read/)]);
}, 60_000);
