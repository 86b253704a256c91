import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pack } from '../domain/pack';
import { dialogueYaml, edit, packYaml, singleYaml } from './fixture';
import { content } from './plugin';

let base: string;
const put = (name: string, text: string) => writeFileSync(join(base, name), text);
const config = (): InlineConfig => ({
  root: join(base, 'app'),
  configFile: false,
  logLevel: 'silent',
  plugins: [content(join(base, 'scenarios'))],
});

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'app-'));
  for (const folder of ['app', 'scenarios', 'scenarios/crafts', 'scenarios/it']) mkdirSync(join(base, folder));
  put('scenarios/pack.yaml', packYaml);
  put('scenarios/crafts/heating.yaml', edit(singleYaml, 'Heizung', `"Heizung's \\\\ \\" \u2026"`));
  put('scenarios/it/two.yaml', dialogueYaml);
  put('app/index.html', '<script type="module" src="./main.js"></script>');
  put('app/main.js', `import { loadPack, loadFirst } from 'virtual:packs'; globalThis.packs = [loadPack, loadFirst];`);
});
afterEach(() => rmSync(base, { recursive: true }));

test('a build has one file for each language, and one chunk with only the first scenario', async () => {
  await build(config());
  const folder = join(base, 'app/dist/assets');
  const names = readdirSync(folder);
  const files = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  const holding = (...texts: string[]) =>
    names.filter((_, i) => texts.every((text) => files[i]!.includes(text))).map((name) => name.replace(/-.{8}\./, '.'));
  expect(names).toHaveLength(5);
  expect(holding('"language":"de"').sort()).toEqual(['de.js', 'pack-de.json']);
  expect(holding('"language":"en"', 'it/two')).toEqual(['pack-en.json']);
  expect(holding('"language":"en"', '"language":"de"')).toEqual([]);
  const main = files[names.findIndex((name) => /^(index|main)-/.test(name))]!;
  expect(main, 'which the script asks for').toContain(names.find((name) => name.startsWith('pack-de')));
});

test('findings stop a build, all of them, without a stack', async () => {
  put('scenarios/pack.yaml', edit(packYaml, 'version: 3', 'version: three'));
  put('scenarios/it/two.yaml', 'title: "a');
  const error = await build(config()).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.message).toMatch(/^2 to mend in the scenarios\n/);
  expect(error?.message).toContain('scenarios/it/two.yaml:1:8: expected a closing ", found none\n');
  expect(error?.message).toContain(
    'scenarios/pack.yaml:2:10 version: expected a whole number of at least 1, found "three"\n',
  );
  expect(error?.stack).not.toMatch(/\n {4}at /);
});

test('a server gives packs, and reloads when a file is changed, added or removed', async () => {
  const server = await createServer({ ...config(), server: { middlewareMode: true, ws: false }, appType: 'custom' });
  const sent = vi.spyOn(server.environments.client.hot, 'send');
  const reloaded = async (change: () => void) => {
    sent.mockClear();
    change();
    await vi.waitFor(() => expect(sent).toHaveBeenCalledWith({ type: 'full-reload' }), { timeout: 5_000 });
  };
  try {
    expect((await packOf(server)).scenarios.map(({ title }) => title)).toEqual([`Heizung's \\ " …`, 'Heizung']);
    expect((await packOf(server, 'virtual:first/en')).scenarios.map(({ id }) => id)).toEqual(['crafts/heating']);
    const packs = await server.ssrLoadModule('virtual:packs');
    expect(packs['languages']).toEqual(['de', 'en']);
    expect(Object.keys(packs['loadFirst'] as object)).toEqual(['de', 'en']);

    await reloaded(() => put('scenarios/crafts/heating.yaml', singleYaml));
    expect((await packOf(server)).scenarios[0]?.title).toBe('Heizung');
    await reloaded(() => put('scenarios/it/three.yaml', 'a: ['));
    await expect(packOf(server)).rejects.toThrow('three.yaml:1:5: expected a closing ], found none');
    await reloaded(() => rmSync(join(base, 'scenarios/it/three.yaml')));
    expect((await packOf(server)).scenarios).toHaveLength(2);
    await expect(packOf(server, 'virtual:pack/fr')).rejects.toThrow('The pack is not written in fr.');
  } finally {
    await server.close();
  }
}, 60_000);

const packOf = async (server: ViteDevServer, id = 'virtual:pack/de') =>
  (await server.ssrLoadModule(id))['default'] as Pack;
