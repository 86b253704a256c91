import type { Language, Pack, Scenario } from '../../domain/pack';
import { noRemarks, together, type Finding, type Remarks } from './finding';
import { knowsSyllables, syllables } from './syllables';
import { textsOf } from './texts';
import { baseOf, sentences, words } from './words';

export interface Readability {
  /** Mean length of a sentence, in words. */
  sentence: number;
  /** Björnsson 1968: mean sentence + share of words over six letters × 100. */
  lix: number;
  /** Flesch 1948, German by Amstad 1978; `null` for other languages. Higher is easier. */
  flesch: number | null;
}

const lettersOf = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;

/** The measures of running text, taken over all its sentences. */
export function readabilityOf(texts: string[], language: Language): Readability {
  const all = texts.flatMap((text) => sentences(text, language)).map((sentence) => words(sentence, language));
  const each = all.flat();
  if (each.length === 0) return { sentence: 0, lix: 0, flesch: null };
  const sentence = each.length / all.length;
  const lix = sentence + (100 * each.filter((word) => lettersOf(word) > 6).length) / each.length;
  if (!knowsSyllables(language)) return { sentence, lix, flesch: null };
  const perWord = each.reduce((sum, word) => sum + syllables(word, language), 0) / each.length;
  const flesch =
    baseOf(language) === 'de' ? 180 - sentence - 58.5 * perWord : 206.835 - 1.015 * sentence - 84.6 * perWord;
  return { sentence, lix, flesch };
}

/** Title and subject are no sentences; everything else is read. */
export const readTexts = (scenario: Scenario): string[] =>
  textsOf(scenario)
    .filter(({ field }) => field !== 'title' && field !== 'subject')
    .map(({ text }) => text);

function longestSentence(texts: string[], language: Language): string {
  const all = texts.flatMap((text) => sentences(text, language));
  const longest = all.reduce((a, b) => (words(b, language).length > words(a, language).length ? b : a), '');
  return `The longest sentence (${words(longest, language).length} words): "${longest}"`;
}

function longestWords(texts: string[], language: Language): string {
  const seen = [...new Set(texts.flatMap((text) => words(text, language)))];
  return `The longest words: ${seen
    .sort((a, b) => lettersOf(b) - lettersOf(a))
    .slice(0, 5)
    .join(', ')}.`;
}

function rulesOf(scenario: Scenario, language: Language): Remarks {
  const texts = readTexts(scenario);
  const { sentence, lix, flesch } = readabilityOf(texts, language);
  const remarks = noRemarks();
  const say = (message: string): Finding => ({ scenario: scenario.id, language, rule: 'readability', message });
  if (sentence > 12)
    remarks.notes.push(
      say(`Mean sentence ${sentence.toFixed(1)} words, target 12: split. ${longestSentence(texts, language)}`),
    );
  if (lix > 38)
    (lix > 45 ? remarks.findings : remarks.notes).push(
      say(`LIX ${lix.toFixed(1)}, target 38, alarm 45: shorter sentences and words. ${longestWords(texts, language)}`),
    );
  if (flesch !== null && flesch < 65)
    (flesch < 55 ? remarks.findings : remarks.notes).push(
      say(
        `Flesch ${flesch.toFixed(1)}, target 65, alarm 55: words of fewer syllables. ${longestWords(texts, language)}`,
      ),
    );
  return remarks;
}

/** Readability of each scenario: alarms are findings, missed targets are notes. */
export const readabilityRules = (pack: Pack): Remarks =>
  together(pack.scenarios.map((scenario) => rulesOf(scenario, pack.language)));
