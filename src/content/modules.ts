import { join } from 'node:path';
import type { Language, Pack } from '../domain/pack.ts';
import { inAscii, inLatin1, packed } from './wire.ts';

/** A module that the plugin makes; `virtual:packs`, `virtual:pack/<lang>` or `virtual:first/<lang>`. */
export type VirtualModule = { kind: 'packs' } | { kind: 'pack' | 'first'; language: Language };

/** What an import names, if it names a module of the plugin. A leading NUL, Vite's mark of virtual modules, is allowed. */
export function virtualModule(id: string): VirtualModule | undefined {
  if (/^\0?virtual:packs$/.test(id)) return { kind: 'packs' };
  const [, kind, language] = /^\0?virtual:(pack|first)\/([\w-]+)$/.exec(id) ?? [];
  return language === undefined ? undefined : { kind: kind as 'pack' | 'first', language };
}

/**
 * A module whose default export is `value`: engines parse JSON faster than the same written as an object, and a string of
 * characters up to U+00FF faster than others.
 */
export function jsonModule(value: unknown): string {
  const literal = inLatin1(JSON.stringify(value)).replace(/[\\']/g, '\\$&');
  return `export default /* @__PURE__ */ JSON.parse('${literal}');\n`;
}

/** The file of a whole pack, see `fetch-pack.ts`. */
export const packFile = (pack: Pack): string => inAscii(JSON.stringify(packed(pack)));

/**
 * The module of all packs.
 *
 * @param address JavaScript for the address of the file of a language's pack; without it the pack is a module, like what
 *   a first visit needs
 */
export function packsModule(languages: readonly Language[], address?: (language: Language) => string): string {
  const loaders = (load: (language: Language) => string) =>
    languages.map((language) => `  ${JSON.stringify(language)}: () => ${load(language)},\n`).join('');
  const module = (kind: string) => (language: Language) =>
    `import(${JSON.stringify(`virtual:${kind}/${language}`)}).then((module) => module.default)`;
  const pack = address ? (language: Language) => `fetchPack(${address(language)})` : module('pack');
  return [
    address ? `import { fetchPack } from ${JSON.stringify(join(import.meta.dirname, 'fetch-pack.ts'))};\n` : '',
    `export const languages = ${JSON.stringify(languages)};\n`,
    `export const loadPack = {\n${loaders(pack)}};\n`,
    `export const loadFirst = {\n${loaders(module('first'))}};\n`,
  ].join('');
}
