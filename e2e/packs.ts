import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack, Scenario } from '../src/domain/pack.ts';

/** By language. */
export type Packs = Record<'de' | 'en', Pack>;

const isPack = (value: unknown): value is Pack => typeof value === 'object' && value !== null && 'scenarios' in value;

/** The packs as they are delivered, whole: those in a build's chunks. */
export async function readPacks(dist: string): Promise<Packs> {
  const packs: Record<string, Pack> = {};
  for (const name of readdirSync(join(dist, 'assets')).filter((file) => /^(de|en)-.*\.js$/.test(file))) {
    // By its text: a build may lie where nothing says that its scripts are modules.
    const code = readFileSync(join(dist, 'assets', name)).toString('base64');
    const module = (await import(`data:text/javascript;base64,${code}`)) as Record<string, unknown>;
    for (const pack of Object.values(module).filter(isPack)) {
      const other = packs[pack.language];
      if (!other || other.scenarios.length < pack.scenarios.length) packs[pack.language] = pack;
    }
  }
  const { de, en } = packs;
  if (!de || !en) throw new Error(`no pack in ${dist}`);
  return { de, en };
}

/** A scene whose first turn has a response that leads to another turn, and that response. */
export function dialogue(pack: Pack): { scenario: Scenario; response: string } {
  for (const scenario of pack.scenarios) {
    const response = scenario.turns[0]?.responses.find(({ next }) => next);
    if (response) return { scenario, response: response.id };
  }
  throw new Error('no dialogue in the pack');
}
