import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked, type Wire } from '../src/content/wire.ts';
import type { Pack, Scenario } from '../src/domain/pack.ts';

/** By language. */
export type Packs = Record<'de' | 'en', Pack>;

/** The packs as they are delivered. */
export function readPacks(dist: string): Packs {
  const folder = join(dist, 'assets');
  const files = readdirSync(folder);
  const read = (language: string): Pack => {
    const file = files.find((name) => name.startsWith(`pack-${language}-`));
    if (!file) throw new Error(`no pack in ${dist}`);
    return unpacked(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Wire) as Pack;
  };
  return { de: read('de'), en: read('en') };
}

/** A scene whose first turn has a response that leads to another turn, and that response. */
export function dialogue(pack: Pack): { scenario: Scenario; response: string } {
  for (const scenario of pack.scenarios) {
    const response = scenario.turns[0]?.responses.find(({ next }) => next);
    if (response) return { scenario, response: response.id };
  }
  throw new Error('no dialogue in the pack');
}
