import type { ScenarioId } from '../domain/ids.ts';
import type { Language, Pack, Response, Scenario, Turn } from '../domain/pack.ts';
import type { Bank } from './check.ts';
import type { ScenarioSource } from './schema.ts';
import type { Text } from './text.ts';

/**
 * A pack in one of its languages, scenarios in the order of their ids. Always the same for the same source, whatever
 * order the files came in.
 *
 * @param language one of `bank.pack.languages`
 * @throws RangeError if the pack is not written in that language
 */
export function compile({ pack, scenarios }: Bank, language: Language): Pack {
  if (!pack.languages.includes(language)) throw new RangeError(`The pack is not written in ${language}.`);
  const pick = (text: Text): string => (typeof text === 'string' ? text : (text[language] ?? ''));
  return {
    ...pack,
    language,
    title: pick(pack.title),
    motto: pick(pack.motto),
    charter: pack.charter.map((principle) => ({
      ...principle,
      name: pick(principle.name),
      text: pick(principle.text),
      meaning: pick(principle.meaning),
    })),
    scenarios: [...scenarios]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, source]) => compileScenario(id, source, pick)),
  };
}

/** The same pack with no scenario but its first: what a first visit needs. */
export function onlyFirst(pack: Pack): Pack {
  return { ...pack, scenarios: pack.scenarios.filter(({ id }) => id === pack.first) };
}

function compileScenario(id: ScenarioId, source: ScenarioSource, pick: (text: Text) => string): Scenario {
  return {
    ...source,
    id,
    version: hash(JSON.stringify(source)),
    industry: id.slice(0, id.indexOf('/')),
    title: pick(source.title),
    turns: Object.entries(source.turns).map(([turn, value]) => compileTurn(turn, value, pick)),
    takeaway: pick(source.takeaway),
  };
}

type TurnSource = ScenarioSource['turns'][string];

function compileTurn(id: string, source: TurnSource, pick: (text: Text) => string): Turn {
  const { subject, responses, ...turn } = source;
  return {
    ...turn,
    id,
    situation: pick(source.situation),
    customer: { name: pick(source.customer.name), says: pick(source.customer.says) },
    ...(subject !== undefined && { subject: pick(subject) }),
    responses: Object.entries(responses).map(([response, value]) => compileResponse(response, value, pick)),
  };
}

function compileResponse(id: string, source: TurnSource['responses'][string], pick: (text: Text) => string): Response {
  return { ...source, id, text: pick(source.text), reaction: pick(source.reaction), why: pick(source.why) };
}

/**
 * FNV-1a over the UTF-16 units, stirred by the finalizer of MurmurHash3; eight hex digits. The schema puts the fields
 * in its own order and trims the texts, so only what a reader could notice changes it, in any of the languages.
 */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
