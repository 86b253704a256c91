import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { licenceOf, packageOf } from './licences';

const scratch = mkdtempSync(join(tmpdir(), 'leitstern-licences-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function aPackage(name: string, files: Record<string, string>): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const about = JSON.stringify({ name, version: '1.2.3', license: 'MIT' });
  for (const [file, text] of Object.entries({ 'package.json': about, ...files }))
    writeFileSync(join(folder, file), text);
  return folder;
}

test.each([
  ['/app/node_modules/idb/build/index.js', '/app/node_modules/idb'],
  ['/app/node_modules/@scope/name/dist/a.js?x', '/app/node_modules/@scope/name'],
  ['/app/node_modules/a/node_modules/b/index.js', '/app/node_modules/a/node_modules/b'],
  ['\0/app/node_modules/clsx/dist/clsx.mjs?commonjs', '/app/node_modules/clsx'],
  ['C:\\app\\node_modules\\idb\\index.js', 'C:/app/node_modules/idb'],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  ['/app/src/main.ts', undefined],
  ['\0virtual:packs', undefined],
])('a module belongs to the package in whose folder it lies: %j', (module, folder) =>
  expect(packageOf(module)).toBe(folder),
);

test.each(['LICENSE', 'license', 'LICENSE.md', 'LICENCE.txt'])('the text is found in %s', (file) => {
  expect(licenceOf(aPackage(`with-${file}`, { [file]: 'Do what you like.\n' }))).toEqual({
    ...{ name: `with-${file}`, version: '1.2.3', licence: 'MIT', text: 'Do what you like.' },
  });
});

test('what a builder was itself made of is left out', () => {
  const text = '# Vite core license\nMIT\n\n# Licenses of bundled dependencies\nBSD, ISC\n';
  expect(licenceOf(aPackage('builder', { 'LICENSE.md': text })).text).toBe('# Vite core license\nMIT');
});

test('a package without a text of its licence stops the build', () => {
  expect(() => licenceOf(aPackage('bare', {}))).toThrow('bare 1.2.3 ships, and has no text of its licence');
});
