import { inLatin1, packed, unpacked } from './wire.ts';
import type { Language } from '../domain/pack.ts';

/** A module that the plugin makes; `virtual:packs`, `virtual:pack/<lang>` or `virtual:first/<lang>`. */
export type VirtualModule = { kind: 'packs' } | { kind: 'pack' | 'first'; language: Language };

/** What an import names, if it names a module of the plugin. A leading NUL, Vite's mark of virtual modules, is allowed. */
export function virtualModule(id: string): VirtualModule | undefined {
  if (/^\0?virtual:packs$/.test(id)) return { kind: 'packs' };
  const [, kind, language] = /^\0?virtual:(pack|first)\/([\w-]+)$/.exec(id) ?? [];
  return language === undefined ? undefined : { kind: kind as 'pack' | 'first', language };
}

/**
 * A module whose default export is `value`, in its wire form and with what unpacks it: engines parse JSON faster than
 * the same written as an object, and a string of characters up to U+00FF faster than others.
 */
export function jsonModule(value: unknown): string {
  const literal = inLatin1(JSON.stringify(packed(value))).replace(/[\\']/g, '\\$&');
  return `${unpacked.toString()}\nexport default /* @__PURE__ */ unpacked(JSON.parse('${literal}'));\n`;
}

/** The module of all packs: one dynamic import, hence one chunk, for each language. */
export function packsModule(languages: readonly Language[]): string {
  const loaders = (kind: string) =>
    languages.map((language) => {
      const module = JSON.stringify(`virtual:${kind}/${language}`);
      return `  ${JSON.stringify(language)}: () => import(${module}).then((module) => module.default),\n`;
    });
  return [
    `export const languages = ${JSON.stringify(languages)};\n`,
    `export const loadPack = {\n${loaders('pack').join('')}};\n`,
    `export const loadFirst = {\n${loaders('first').join('')}};\n`,
  ].join('');
}
