import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom: imports point to the left. `ui` knows no domain word; `i18n` names its types. */
const allowed: Record<string, readonly string[]> = {
  domain: [],
  content: ['domain'],
  storage: ['domain'],
  i18n: ['domain'],
  ui: [],
  app: ['domain', 'storage', 'i18n'],
  parts: ['domain', 'app', 'ui'],
  features: ['domain', 'content', 'app', 'parts', 'ui', 'i18n'],
  build: ['content'],
};

const root = import.meta.dirname;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function importsOf(file: string, source: string): Import[] {
  const pattern = /(?:import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;
  return [...source.matchAll(pattern)].map((match) => ({
    from: file,
    to: relative(root, join(root, dirname(file), (match[2] ?? match[3])!)),
    typeOnly: !!match[1],
  }));
}

/** What is wrong with an import, or `undefined`. */
function fault({ from, to, typeOnly }: Import): string | undefined {
  const [layer, feature] = from.split('/');
  const [target, otherFeature] = to.split('/');
  if (!layer || !target || !(layer in allowed)) return undefined;
  if (layer === target)
    return layer === 'features' && feature !== otherFeature ? `${from}: a feature imports another, ${to}` : undefined;
  if (layer === 'i18n' && !typeOnly) return `${from}: texts import only types, ${to}`;
  return allowed[layer]!.includes(target) ? undefined : `${from}: ${layer} imports ${target}, ${to}`;
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts'));

describe('imports between layers', () => {
  test('point to the left only, and no feature imports another or storage', () => {
    const faults = sources.flatMap((file) =>
      importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap((each) => fault(each) ?? []),
    );
    expect(faults).toEqual([]);
    expect(sources.length).toBeGreaterThan(50);
  });

  test.each([
    ['domain/a.ts', "import { x } from '../app/b';"],
    ['features/me/a.ts', "import { x } from '../library/b';"],
    ['features/me/a.svelte', "const x = await import('../../storage/db');"],
    ['ui/a.svelte', "import type { Pack } from '../domain/pack';"],
    ['i18n/a.ts', "import { channels } from '../domain/pack';"],
  ])('would be found in %s', (file, source) => {
    expect(importsOf(file, source).map(fault)).toEqual([expect.stringContaining(file)]);
  });

  test('the domain knows no browser', () => {
    const faults = sources
      .filter((file) => file.startsWith('domain/'))
      .filter((file) =>
        /\b(window|document|navigator|localStorage|indexedDB|Date\.now|Math\.random)\b/.test(
          readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
      );
    expect(faults).toEqual([]);
  });
});
