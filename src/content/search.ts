import type { ScenarioId } from '../domain/ids';
import type { Pack, Scenario } from '../domain/pack';
import { fold, foldWithPlaces } from './fold';

/** The folded texts of each scenario, the most telling first: a hit in an earlier field ranks higher. */
export interface SearchIndex {
  entries: { id: ScenarioId; fields: string[] }[];
}

/** A part of a text, to be marked where it was searched for. */
export interface Part {
  text: string;
  hit: boolean;
}

function fieldsOf(scenario: Scenario, principleNames: Map<string, string>): string[] {
  const { turns } = scenario;
  const responses = turns.flatMap((turn) => turn.responses);
  return [
    [scenario.title],
    turns.map((turn) => turn.customer.name),
    [scenario.takeaway, ...scenario.principles.map((id) => principleNames.get(id) ?? '')],
    [
      ...turns.flatMap((turn) => [turn.situation, turn.customer.says, turn.subject ?? '']),
      ...responses.map(({ text }) => text),
    ],
    responses.flatMap(({ reaction, why }) => [reaction, why]),
  ].map((texts) => fold(texts.join('\n')));
}

/** Prepares a pack for searching; the order of its scenarios breaks ties. */
export function indexOf(pack: Pack): SearchIndex {
  const names = new Map(pack.charter.map(({ id, name }) => [id, name]));
  return { entries: pack.scenarios.map((scenario) => ({ id: scenario.id, fields: fieldsOf(scenario, names) })) };
}

/** A word of the query, ready to be found in folded text. */
interface Term {
  word: string;
  pattern: RegExp;
  anywhere: boolean;
}

/** German and English endings; what is left keeps at least so many letters, so that it still means something. */
const endings: [RegExp, number][] = [
  [/(?:en|es|em|ed)$/, 4],
  [/(?:ing|er)$/, 5],
  [/[ens]$/, 4],
];

/** The word without its ending, as a regular expression: a start of every form of the word, mostly. */
function stemOf(word: string): string {
  if (/\d/.test(word)) return word.replace(/(\d)(?=\d)/g, '$1[.,]?');
  if (/..(?:ies|ied|[^aou]y)$/.test(word)) return word.replace(/(?:ies|ied|y)$/, '(?:y|ie)');
  for (const [ending, least] of endings) {
    const stem = word.replace(ending, '');
    // Of "stopping" and "Kundinnen" the doubled letter belongs to the ending.
    if (stem !== word && stem.length >= least) return stem.length > 4 ? stem.replace(/(.)\1$/, '$1$1?') : stem;
  }
  return word;
}

/** "email" finds "E-Mail". */
const withHyphen = (stem: string): string => stem.replace(/^(\p{L})(?=\p{L})/u, '$1-?');

function termsOf(query: string): Term[] {
  const plain = fold(query).replace(/(\d)[.,](?=\d)/g, '$1');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))].map((word) => ({
    word,
    pattern: new RegExp(withHyphen(stemOf(word)), 'g'),
    // Short words are parts of too many others: they count at the start of a word only.
    anywhere: word.length >= 4,
  }));
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

interface Hit {
  start: number;
  end: number;
  /** 3 the word itself, 2 at the start of a word, 1 inside. */
  closeness: 1 | 2 | 3;
}

/** Where a term stands in folded text. */
function* hitsOf({ word, pattern, anywhere }: Term, text: string): Generator<Hit> {
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const starts = !isLetter(text[start - 1]);
    if (!starts && !anywhere) continue;
    const end = text.startsWith(word, start) ? start + word.length : start + match[0].length;
    yield { start, end, closeness: !starts ? 1 : isLetter(text[end]) || end - start < word.length ? 2 : 3 };
  }
}

/** 0 without a hit; a hit in an earlier field is worth more than any in a later one. */
function worthOf(term: Term, fields: string[]): number {
  for (const [index, text] of fields.entries()) {
    let closest = 0;
    for (const { closeness } of hitsOf(term, text)) {
      closest = Math.max(closest, closeness);
      if (closest === 3) break;
    }
    if (closest > 0) return (fields.length - index) * 4 + closest;
  }
  return 0;
}

/**
 * The scenarios that have every word of the query, best first; all of them for a query without a word. Words are found
 * by their beginnings, from four letters on also inside compounds, and in other forms ("Rabatte" finds "Rabatt").
 */
export function search(index: SearchIndex, query: string): ScenarioId[] {
  const terms = termsOf(query);
  return index.entries
    .map(({ id, fields }) => ({ id, worths: terms.map((term) => worthOf(term, fields)) }))
    .filter(({ worths }) => worths.every((worth) => worth > 0))
    .map(({ id, worths }) => ({ id, worth: worths.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ id }) => id);
}

/** Whether a text has every word of the query, found in the same way. */
export const matches = (text: string, query: string): boolean =>
  termsOf(query).every((term) => worthOf(term, [fold(text)]) > 0);

/** Where the hit stands in the original; half an "ß" is marked as a whole. */
function placeOf({ start, end }: Hit, from: number[], length: number): readonly [number, number] {
  let after = end;
  while (from[after] === from[end - 1]) after++;
  return [from[start] ?? 0, from[after] ?? length];
}

/** The text in parts, those that the query finds marked; the parts joined are the text. */
export function highlight(text: string, query: string): Part[] {
  const folded = foldWithPlaces(text);
  const hits = termsOf(query)
    .flatMap((term) => [...hitsOf(term, folded.text)])
    .map((hit) => placeOf(hit, folded.from, text.length))
    .sort((a, b) => a[0] - b[0]);
  const parts: Part[] = [];
  let done = 0;
  const add = (until: number, hit: boolean): void => {
    if (until > done) parts.push({ text: text.slice(done, until), hit });
    done = Math.max(done, until);
  };
  for (const [start, end] of hits) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
