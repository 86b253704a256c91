import type { Language, Pack, Scenario } from '../../domain/pack';
import { noRemarks, type Finding, type Remarks } from './finding';
import { textsOf, type Text } from './texts';
import { baseOf } from './words';

function separatorsOf(language: Language): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1234567.8);
  const valueOf = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { decimal: valueOf('decimal', '.'), group: valueOf('group', ',') };
}

function inFullHours(hour: string, minute: string | undefined, half: string): string {
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${hours}:${minute ?? '00'}`;
}

/** Clock times and dates as figures that read the same in both languages. */
function plain(text: string, language: Language): string {
  const grouped = text.replace(/(\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))/g, '$1');
  if (baseOf(language) === 'en')
    return grouped.replace(
      /(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b/gi,
      (_, hour: string, minute: string | undefined, half: string) => inFullHours(hour, minute, half),
    );
  return (
    grouped
      .replace(/(\d{1,2})\.(\d{2})(?=\s?Uhr)/g, '$1:$2')
      .replace(/(\d{1,2}) Uhr (\d{2})(?!\d)/g, '$1:$2')
      // "am 14.11." is "14 November" in English: only day and year are figures in both.
      .replace(/\b(am|vom|zum|bis|seit|ab|den|dem|der|zum)\s+(\d{1,2})\.\d{1,2}\.(\d{4})?/gi, '$1 $2 $3')
  );
}

function normalised(figure: string, { decimal, group }: { decimal: string; group: string }): string {
  const clock = /^(\d{1,2}):(\d{2})$/.exec(figure);
  if (clock) return clock[2] === '00' ? String(Number(clock[1])) : `${Number(clock[1])}:${clock[2]}`;
  const groups = figure.split(decimal)[0]?.split(group) ?? [];
  const isGrouped = groups.length > 1 && groups.slice(1).every((three) => three.length === 3);
  const written = isGrouped ? figure.replaceAll(group, '').replace(decimal, '.') : figure.replace(/[.,]/, '.');
  return written.includes('.') ? written.replace(/\.?0+$/, '') : written;
}

/** The numbers that a text gives in figures, each once, written alike for all languages, sorted. */
export function numbersIn(text: string, language: Language): string[] {
  const separators = separatorsOf(language);
  const figures = plain(text, language).match(/\d+(?:[.,:]\d+)*/g) ?? [];
  return [...new Set(figures.map((figure) => normalised(figure, separators)))].sort();
}

const keyOf = ({ turn, response, field }: Text): string => `${turn ?? ''} ${response ?? ''} ${field}`;

function differences(source: Scenario, from: Language, other: Scenario, to: Language): Finding[] {
  const originals = new Map(textsOf(source).map((text) => [keyOf(text), text.text]));
  return textsOf(other).flatMap((text): Finding[] => {
    const original = originals.get(keyOf(text));
    if (original === undefined) return [];
    const [was, is] = [numbersIn(original, from), numbersIn(text.text, to)];
    if (was.join() === is.join()) return [];
    const list = (numbers: string[]): string => (numbers.length === 0 ? 'none' : numbers.join(', '));
    const { field, text: _, ...place } = text;
    const message = `The ${field} has other numbers in figures: ${from} ${list(was)}; ${to} ${list(is)}. Both languages state the same facts, in figures or in words alike.`;
    return [{ scenario: source.id, language: to, ...place, rule: 'numbers', message }];
  });
}

/** Every text states the same numbers in all languages as in the first. */
export function numberRules(packs: Pack[]): Remarks {
  const [source, ...others] = packs;
  const scenarios = new Map(source?.scenarios.map((scenario) => [scenario.id, scenario]));
  const findings = others.flatMap((pack) =>
    pack.scenarios.flatMap((scenario) => {
      const original = scenarios.get(scenario.id);
      return source && original ? differences(original, source.language, scenario, pack.language) : [];
    }),
  );
  return { ...noRemarks(), findings };
}
