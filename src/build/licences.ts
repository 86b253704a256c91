import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export interface Licence {
  name: string;
  version: string;
  /** SPDX: `MIT`. */
  licence: string;
  text: string;
}

/** What workbox puts into the service worker, which is made after the bundle; a test looks whether it is all. */
const workerPackages = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

/** The folder of the package that a bundled module is from; builders' own helpers are theirs. Own modules: `undefined`. */
export function packageOf(module: string): string | undefined {
  const path = module.replace(/^\0+/, '').replaceAll('\\', '/').replace(/\?.*$/, '');
  const inside = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  if (inside) return inside;
  const builder = /^\0(vite|rolldown)\//.exec(module)?.[1];
  return builder && `node_modules/${builder}`;
}

/** Before the licences of what a package was itself made of; those of builders are long, and nothing of it ships. */
const own = (text: string): string => text.split(/^#+ (?:Licenses of bundled|Bundled)/m)[0]!.trim();

/** @throws where a package has no text of its licence: it could not be passed on */
export function licenceOf(folder: string): Licence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (!file) throw new Error(`${name} ${version} ships, and has no text of its licence`);
  return { name, version, licence: license, text: own(readFileSync(join(folder, file), 'utf8')) };
}

const byName = (a: Licence, b: Licence) => (a.name < b.name ? -1 : 1);

/** Writes `licences.json`: this app's own licence, then those of the packages that really are in the bundle. */
export function licences(root: string, { name, version }: { name: string; version: string }): Plugin {
  const ours = (): Licence => ({
    ...{ name, version, licence: 'MIT' },
    text: readFileSync(join(root, 'LICENSE'), 'utf8').trim(),
  });
  const folderOf = (name: string) => join(root, 'node_modules', name);
  const listed = (folders: Iterable<string>) =>
    JSON.stringify([ours(), ...[...new Set(folders)].map(licenceOf).sort(byName)]);
  return {
    name: 'leitstern-licences',
    configureServer(server) {
      // Nothing is bundled there: only our own.
      server.middlewares.use('/licences.json', (_request, response) => {
        response.setHeader('content-type', 'application/json').end(listed([]));
      });
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk'
          ? Object.entries(file.modules).flatMap(([id, { renderedLength }]) => (renderedLength ? [id] : []))
          : [],
      );
      const folders = modules
        .flatMap((id) => packageOf(id) ?? [])
        .map((folder) => folder.replace(/^node_modules/, () => join(root, 'node_modules')));
      const source = listed([...folders, ...workerPackages.map(folderOf)]);
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}
