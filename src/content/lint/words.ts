import type { Language } from '../../domain/pack';

const segmenters = new Map<string, Intl.Segmenter>();

function segments(text: string, language: Language, granularity: 'word' | 'sentence'): Iterable<Intl.SegmentData> {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known.segment(text);
}

/** `de` of `de-AT`. */
export const baseOf = (language: Language): string => language.split('-')[0]?.toLowerCase() ?? '';

const joins = /^[-‑:]$/;

/** The words of a text as a reader counts them: "E-Mail", "16:40", "1.740" and "don't" are one each. */
export function words(text: string, language: Language): string[] {
  const found: string[] = [];
  let joiner: string | null = null;
  let touching = false;
  for (const { segment, isWordLike } of segments(text, language, 'word')) {
    if (isWordLike) {
      if (touching && joiner !== null) found[found.length - 1] += joiner + segment;
      else found.push(segment);
      joiner = null;
      touching = true;
    } else {
      touching = touching && joiner === null && joins.test(segment);
      joiner = touching ? segment : null;
    }
  }
  return found;
}

export const wordCount = (text: string, language: Language): number => words(text, language).length;

/** Ends that are no end of a sentence: abbreviations, initials, and in German the ordinals ("am 3. Mai"). */
const abbreviated: Record<string, RegExp> = {
  de: /(?:^|[\s(„»"])(?:Dr|Prof|Hr|Fr|Nr|Str|Abs|Art|Tel|ca|bzw|ggf|evtl|inkl|zzgl|usw|vgl|St|\p{L}|\d{1,2})\.\s*$/u,
  en: /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|approx|e\.g|i\.e|\p{Lu})\.\s*$/u,
};

/** The sentences of a text. */
export function sentences(text: string, language: Language): string[] {
  const open = abbreviated[baseOf(language)];
  const found: string[] = [];
  let begun = '';
  for (const { segment } of segments(text, language, 'sentence')) {
    // »Wann kommt er?«, fragt sie. is one sentence: the second part goes on in lower case.
    if (begun === '' && found.length > 0 && /^[,\s]*\p{Ll}/u.test(segment)) begun = found.pop() ?? '';
    begun += segment;
    if (open?.test(begun)) continue;
    found.push(begun);
    begun = '';
  }
  if (begun !== '') found.push(begun);
  return found.map((sentence) => sentence.trim()).filter((sentence) => wordCount(sentence, language) > 0);
}
