import type { DevEnvironment, Plugin } from 'vite';
import { resolve, sep } from 'node:path';
import { compile, onlyFirst } from './compile.ts';
import type { Bank } from './check.ts';
import { formatFinding } from './finding.ts';
import { readFolder, type FolderReading } from './folder.ts';
import { jsonModule, packsModule, virtualModule, type VirtualModule } from './modules.ts';

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
  const forget = () => {
    reading = undefined;
  };

  return {
    name: 'leitstern-content',
    configResolved({ command }) {
      // A build that cannot succeed stops here: what `load` throws comes out wrapped in the stack of the bundler.
      if (command === 'build' && !read().bank) throw withoutStack(describe(read()));
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
      return bank ? codeOf(module, bank) : this.error(withoutStack(describe(read())));
    },
  };
}

function reload({ moduleGraph, hot }: DevEnvironment) {
  for (const [id, module] of moduleGraph.idToModuleMap) if (virtualModule(id)) moduleGraph.invalidateModule(module);
  hot.send({ type: 'full-reload' });
}

function codeOf(module: VirtualModule, bank: Bank): string {
  if (module.kind === 'packs') return packsModule(bank.pack.languages);
  const pack = compile(bank, module.language);
  return jsonModule(module.kind === 'first' ? onlyFirst(pack) : pack);
}

const describe = ({ findings }: FolderReading) =>
  `${findings.length} to mend in the scenarios\n${findings.map(formatFinding).join('\n')}\n`;

/** The place that matters is in the message; where this program noticed it helps nobody. */
const withoutStack = (message: string) => Object.assign(new Error(message), { stack: message });
