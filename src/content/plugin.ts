import type { DevEnvironment, Plugin } from 'vite';
import { resolve, sep } from 'node:path';
import { compile, onlyFirst } from './compile.ts';
import type { Language } from '../domain/pack.ts';
import { formatFinding } from './finding.ts';
import { readFolder, type FolderReading } from './folder.ts';
import { jsonModule, packFile, packsModule, virtualModule } from './modules.ts';

/**
 * Vite plugin that gives the app the pack in a folder as virtual modules, see `virtual.d.ts`. Findings stop a build;
 * in development they stand in the overlay, and a change in the folder reloads the page.
 *
 * @param folder with `pack.yaml`; relative to the working directory
 */
export function content(folder: string): Plugin {
  const root = resolve(folder);
  const holds = (file: string) => resolve(file).startsWith(root + sep);
  let reading: FolderReading | undefined;
  const read = () => (reading ??= readFolder(root));
  let building = false;
  const forget = () => {
    reading = undefined;
  };

  return {
    name: 'leitstern-content',
    configResolved({ command }) {
      building = command === 'build';
      // A build that cannot succeed stops here: what `load` throws comes out wrapped in the stack of the bundler.
      if (building && !read().bank) throw withoutStack(describe(read()));
    },
    buildEnd: forget,
    watchChange: (file) => {
      if (holds(file)) forget();
    },
    configureServer: ({ watcher }) => {
      watcher.add(root);
    },
    hotUpdate({ file }) {
      if (!holds(file)) return undefined;
      forget();
      reload(this.environment);
      return [];
    },
    resolveId: (source) => (virtualModule(source) ? `\0${source}` : undefined),
    load(id) {
      const module = virtualModule(id);
      if (!module) return undefined;
      for (const file of read().files) this.addWatchFile(file);
      const { bank } = read();
      if (!bank) return this.error(withoutStack(describe(read())));
      if (module.kind === 'packs') {
        const emitted = (language: Language) => {
          const source = packFile(compile(bank, language));
          return `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `pack-${language}.json`, source })}`;
        };
        return packsModule(bank.pack.languages, building ? emitted : undefined);
      }
      const pack = compile(bank, module.language);
      return jsonModule(module.kind === 'first' ? onlyFirst(pack) : pack);
    },
  };
}

function reload({ moduleGraph, hot }: DevEnvironment) {
  for (const [id, module] of moduleGraph.idToModuleMap) if (virtualModule(id)) moduleGraph.invalidateModule(module);
  hot.send({ type: 'full-reload' });
}

const describe = ({ findings }: FolderReading) =>
  `${findings.length} to mend in the scenarios\n${findings.map(formatFinding).join('\n')}\n`;

/** The place that matters is in the message; where this program noticed it helps nobody. */
const withoutStack = (message: string) => Object.assign(new Error(message), { stack: message });
