import { syllable } from 'syllable';
import type { Language } from '../../domain/pack';
import { baseOf } from './words';

const vowels = 'aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýÿı';
/** One sound each, or any other single vowel: "The-a-ter", "neu-e". */
const nuclei = new RegExp(`aa|ee|oo|ie|ei|ai|au|äu|eu|ey|ay|oy|ou|[${vowels}]`, 'g');

/** Where German spelling and sound part, in words that customers and offices use. */
const corrections: [RegExp, number][] = [
  // "ie" as two sounds: Pa-ti-ent, Ga-ran-ti-en, Fa-mi-li-e
  [/(?<=[tzlr])ien[tz]/, 1],
  [/[aeiouyäöü].*[^aeiouyäöüh]ien$/, 1],
  [/(?:famil|lin|stud|akt|präm|ser|mater|immobil|kriter)ie(?!n$)/, 1],
  // prefix meets vowel: be-en-den, ge-ehrt, be-ur-tei-len, be-in-hal-ten
  [/^(?:un|vor)?(?:be|ge)(?:e(?![iu])(?!re)(?!t)|u[nr]|inh|irr)/, 1],
  [/een$/, 1],
  // silent letters of English loan words
  [/(?:servic|softwar|hardwar|(?:on|off|hot|dead)lin|updat|templat)e/, -1],
  [/team|deal|deadl|stream/, -1],
];

function german(word: string): number {
  const sounds = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('qu', 'k')
    .replace(/^y(?=[aeiouıäöü])/, 'j');
  const counted = sounds.match(nuclei)?.length ?? 0;
  return corrections.reduce((sum, [pattern, change]) => (pattern.test(sounds) ? sum + change : sum), counted);
}

/** Whether words of this language can be counted in syllables. */
export const knowsSyllables = (language: Language): boolean => ['de', 'en'].includes(baseOf(language));

/**
 * Syllables of one word, at least 1; a figure counts as one, as Flesch's formula has it. German by groups of vowels, as
 * no library counts it; English by the package `syllable`.
 */
export function syllables(word: string, language: Language): number {
  const parts = word.split(/[-‑]/).filter((part) => part !== '');
  const count = baseOf(language) === 'de' ? german : syllable;
  return parts.reduce((sum, part) => sum + Math.max(1, count(part)), 0) || 1;
}
