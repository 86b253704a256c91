import type { Language } from '../../domain/pack';
import { countCue, cuesOfLanguage } from './cue-words';
import { mean } from './chance';
import type { Item } from './texts';
import { sentences, words } from './words';

/** A sparse vector; in two plain arrays of numbers, because training is nothing but walking through them. */
export interface Vector {
  features: Uint32Array;
  values: Float64Array;
}

/** A turn as the guesser sees it: responses only, never the situation. */
export interface Question {
  /** Which scenario it belongs to, so that all its turns are held out together. */
  group: string;
  responses: Vector[];
  best: number;
}

export interface Questions {
  questions: Question[];
  /** Name of each feature: words and pairs of words as they are, measures in brackets. */
  names: string[];
}

/** A word or pair that only one scenario has can teach nothing about another. */
const leastScenarios = 2;

function gramsOf(text: string, language: Language): string[] {
  const plain = words(text.toLowerCase(), language).map((word) => (/^\d/.test(word) ? '#' : word));
  const pairs = plain.slice(1).map((word, index) => `${plain[index] ?? ''} ${word}`);
  return [...new Set([...plain, ...pairs, `${plain[0] ?? ''} …`])];
}

function overlap(a: string[], b: string[]): number {
  const other = new Set(b);
  const shared = a.filter((word) => other.has(word)).length;
  return shared / Math.max(1, new Set([...a, ...b]).size);
}

/** Measures of each response beside the others of its turn. */
function measuresOf(texts: string[], language: Language): Map<string, number>[] {
  const each = texts.map((text) => words(text.toLowerCase(), language));
  const raw = texts.map((text, index) => {
    const own = each[index] ?? [];
    return new Map<string, number>([
      ['[words]', own.length / 10],
      ['[letters per word]', mean(own.map((word) => word.length)) / 2],
      ['[sentences]', sentences(text, language).length / 2],
      ['[commas]', text.split(',').length / 2],
      ['[pauses]', text.split(/[:;–]/).length / 2],
      ['[exclamation]', text.split('!').length - 1],
      ['[like the others]', 5 * mean(each.filter((_, other) => other !== index).map((other) => overlap(own, other)))],
      ...cuesOfLanguage(language).map((cue) => [`[${cue}]`, countCue(cue, text, language)] as const),
    ]);
  });
  return raw.map(
    (own) => new Map([...own].map(([name, value]) => [name, value - mean(raw.map((one) => one.get(name) ?? 0))])),
  );
}

/** Every turn as vectors: words and pairs of words that several scenarios have, and measures relative to the turn. */
export function questionsOf(items: Item[], language: Language): Questions {
  const grams = items.map(({ turn }) => turn.responses.map(({ text }) => gramsOf(text, language)));
  const seenIn = new Map<string, Set<string>>();
  items.forEach(({ scenario }, index) => {
    for (const gram of grams[index]?.flat() ?? []) seenIn.set(gram, (seenIn.get(gram) ?? new Set()).add(scenario.id));
  });
  const indexes = new Map<string, number>();
  const indexFor = (name: string): number => {
    const index = indexes.get(name) ?? indexes.size;
    indexes.set(name, index);
    return index;
  };
  const questions = items.map(({ scenario, turn, best }, item): Question => {
    const measures = measuresOf(
      turn.responses.map(({ text }) => text),
      language,
    );
    const responses = turn.responses.map((_, index): Vector => {
      const own = (grams[item]?.[index] ?? []).filter((gram) => (seenIn.get(gram)?.size ?? 0) >= leastScenarios);
      const entries = [
        // Together of length 2, so that a long response is not louder than a short one.
        ...own.map((gram) => [gram, 2 / Math.sqrt(own.length)] as const),
        ...(measures[index] ?? []),
      ];
      return {
        features: Uint32Array.from(entries, ([name]) => indexFor(name)),
        values: Float64Array.from(entries, ([, value]) => value),
      };
    });
    return { group: scenario.id, responses, best };
  });
  return { questions, names: [...indexes.keys()] };
}
