import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';

const bulk = '/-/npm/v1/security/advisories/bulk';
const folder = mkdtempSync(join(tmpdir(), 'leitstern-audit-'));
let registry: Server | undefined;
afterEach(() => registry?.close());
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Runs it against a registry that answers one question only, that for vulnerabilities; none answers nothing at all. */
async function audited(advisories?: (names: string[]) => object) {
  registry = createServer((request, response) => {
    const body: Buffer[] = [];
    request.on('data', (part: Buffer) => body.push(part));
    request.on('end', () => {
      if (!advisories || request.url !== bulk) return response.writeHead(503).end('{}');
      const asked = JSON.parse(gunzipSync(Buffer.concat(body)).toString()) as object;
      return response.end(JSON.stringify(advisories(Object.keys(asked))));
    });
  });
  await new Promise<void>((resolve) => registry!.listen(0, '127.0.0.1', resolve));
  const { port } = registry.address() as AddressInfo;
  const output = join(folder, `${port}.json`);
  const run = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'src/build/audit-cli.ts'], {
    env: { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, AUDIT_OUTPUT: output },
  });
  const said: Buffer[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const code = await new Promise((resolve) => run.on('close', resolve));
  return { code, said: Buffer.concat(said).toString(), counts: JSON.parse(readFileSync(output, 'utf8')) as object };
}

/** What the registry says of a package that is vulnerable in every version. */
const grave = { id: 1, title: 'bad', url: 'about:blank', severity: 'high', vulnerable_versions: '*', cwe: [] };

test('what ships is asked about, though it is a development dependency, and a finding fails', async () => {
  let names: string[] = [];
  const { code, said, counts } = await audited((asked) => {
    names = asked;
    return { svelte: [{ ...grave, name: 'svelte', cvss: { score: 9, vectorString: null } }] };
  });
  expect(names).toEqual(expect.arrayContaining(['svelte', 'valibot', 'workbox-precaching', 'clsx', 'vite', 'idb']));
  expect(said).toContain('svelte: high');
  expect(code).toBe(1);
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 1 });
}, 60_000);

test('a registry that cannot be asked fails nothing, and passes nothing either', async () => {
  const { code, said, counts } = await audited();
  expect(said).toContain('known vulnerabilities: NOT CHECKED');
  expect(code).toBe(0);
  expect(counts).toEqual({ passed: 0, failed: 0, skipped: 2 });
}, 60_000);
