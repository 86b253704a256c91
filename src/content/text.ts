import * as v from 'valibot';
import type { Language } from '../domain/pack.ts';
import { fields, isMapping } from './fields.ts';
import { expects } from './issue.ts';

/** A text as authors write it: by language, or plain in a pack of one language. */
export type Text = string | Record<Language, string>;

/**
 * Controls except the line feed, lone surrogates, line separators, zero-width spaces and marks that turn the direction
 * of writing: none can be seen, and some make a text read otherwise than it is written.
 */
const unseen = /[^\P{Cc}\n]|\p{Cs}|[\u2028-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/u;

const codePoint = (value: string) =>
  `U+${(unseen.exec(value)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const prose = v.pipe(
  v.string(expects('a text')),
  v.check(
    (value) => !unseen.test(value),
    (issue) => `expected a text without invisible characters, found ${codePoint(issue.input)}`,
  ),
  v.trim(),
  v.normalize('NFC'),
  v.nonEmpty(expects('a text')),
);

/**
 * A text in every one of these languages and in no other; comes out trimmed and in composed form (NFC). Without
 * languages (those of the pack could not be read) everything passes.
 */
export function text(languages: readonly Language[] | undefined): v.GenericSchema<unknown, Text> {
  if (!languages) return v.any();
  const byLanguage = fields(Object.fromEntries(languages.map((language) => [language, prose])), 'languages');
  const message = expects(`a text in ${languages.join(' and ')}`);
  const neither = v.custom<Text>(() => false, message);
  const plain = languages.length === 1 ? prose : neither;
  const choose = (value: unknown) => (isMapping(value) ? byLanguage : typeof value === 'string' ? plain : neither);
  return Object.assign(v.lazy(choose), { message });
}
