import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatFinding } from './finding';
import { packYaml, singleYaml } from './fixture';
import { readFolder } from './folder';

let base: string;
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(base, 'scenarios', name)), { recursive: true });
  writeFileSync(join(base, 'scenarios', name), content);
};
const read = () => readFolder(join(base, 'scenarios'), base);
const findings = () => read().findings.map(formatFinding);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'pack-'));
  put('pack.yaml', packYaml);
  put('crafts/heating.yaml', singleYaml);
});
afterEach(() => rmSync(base, { recursive: true }));

test('a pack is pack.yaml and a folder of scenarios for each industry', () => {
  put('crafts/.draft.yaml', 'a: [');
  put('crafts/notes.md', 'text');
  expect(findings()).toEqual([]);
  expect([...(read().bank?.scenarios.keys() ?? [])]).toEqual(['crafts/heating']);
  expect(read().files).toEqual(['crafts/heating.yaml', 'pack.yaml'].map((name) => join(base, 'scenarios', name)));
});

test('files that would be passed over by mistake are findings', () => {
  for (const name of ['loose.yaml', 'crafts/short.yml', 'crafts/LOUD.YAML', 'crafts/deep/er.yaml'])
    put(name, singleYaml);
  const message = 'expected pack.yaml or <industry>/<slug>.yaml, found another name';
  expect(findings()).toEqual([
    `scenarios/crafts/LOUD.YAML:1:1: ${message}`,
    `scenarios/crafts/deep/er.yaml:1:1: ${message}`,
    `scenarios/crafts/short.yml:1:1: ${message}`,
    `scenarios/loose.yaml:1:1: ${message}`,
  ]);
  expect(read().bank).toBeUndefined();
});

test('a name that is no id is a finding', () => {
  put('crafts/Two_Words.yaml', singleYaml);
  expect(findings()).toEqual([
    'scenarios/crafts/Two_Words.yaml:1:1: expected the id of a scenario, <industry>/<slug>, found "crafts/Two_Words"',
  ]);
});

test('a file of more than 256 kB is refused unread', () => {
  put('crafts/heating.yaml', singleYaml + '#'.repeat(256 * 1024));
  expect(findings()).toEqual(['scenarios/crafts/heating.yaml:1:1: expected at most 256 kB, found more']);
});

test('other encodings are refused', () => {
  put('crafts/heating.yaml', Buffer.from('\uFEFFtitle: a', 'utf16le'));
  expect(findings()).toEqual([
    'scenarios/crafts/heating.yaml:1:1: expected a text in UTF-8, found other bytes (save the file as UTF-8)',
  ]);
  put('crafts/heating.yaml', `\uFEFF${singleYaml}`);
  expect(findings()).toEqual([
    'scenarios/crafts/heating.yaml:1:1: expected readable text, found a byte order mark (save the file as UTF-8 without BOM)',
  ]);
});

test('a folder without pack.yaml, and a folder that is not there', () => {
  rmSync(join(base, 'scenarios/pack.yaml'));
  expect(findings()).toEqual(['scenarios/pack.yaml:1:1: expected this file, found nothing']);
  rmSync(join(base, 'scenarios'), { recursive: true });
  expect(findings()).toEqual([
    expect.stringMatching(/^scenarios:1:1: expected a folder that can be read, found: ENOENT/),
  ]);
});
