import { posix } from 'node:path';
import type { Plugin } from 'vite';
import { inLatin1 } from '../content/wire.ts';

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

/** Everything that the modules whose names end like this need at once, themselves included. */
function needed(modules: Modules, all: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  all.forEach(visit);
  return found;
}

/**
 * Svelte makes an `Error` while this module starts. Where a tool is attached to the page, Chromium then looks up the place
 * of every call, and for that reads the whole file again, on the main thread: 40 to 130 ms of a slow phone for the file of
 * the first scene, next to nothing for the tiny one.
 */
const makesAnError = '../node_modules/svelte/src/internal/client/constants.js';

/**
 * Few files instead of many small ones, because each costs a slow phone some milliseconds, whatever its size: a tiny one
 * that the first paint of a later visit waits for, one for the first scene, one for what is fetched right after it
 * (storage and the scheduler).
 *
 * @param root the folder of the sources, absolute
 */
export function chunkGroups(root: string) {
  const group = (name: string, ...entries: string[]) => {
    let members: Set<string> | undefined;
    return {
      name: (id: string, modules: Modules) => {
        members ??= needed(
          modules,
          entries.map((entry) => posix.join(root, entry)),
        );
        return members.has(id) ? name : null;
      },
    };
  };
  return [
    group('start', 'start.ts', makesAnError),
    group('first', 'main.ts'),
    group('keeping', 'storage/open-store.ts', 'domain/skills.ts', 'domain/due.ts'),
  ];
}

/**
 * Tells Chromium to compile these chunks' functions beside the main thread, while it reads them, and not one by one when
 * they are first called: nearly all of them are needed at once, and a slow phone spends half of hydration on that.
 */
export function compiledEarly(...names: string[]): Plugin {
  return {
    name: 'leitstern-compiled-early',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && names.includes(chunk.name))
            chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      },
    },
  };
}

/**
 * A single character beyond U+00FF makes Chromium keep a file in twice the space and take longer to read it, so that there
 * is none.
 */
export function allInLatin1(): Plugin {
  return {
    name: 'leitstern-latin-1',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = inLatin1(chunk.code);
      },
    },
  };
}
