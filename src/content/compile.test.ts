import { expect, test } from 'vitest';
import { readBank } from './bank';
import type { Bank } from './check';
import { compile, onlyFirst } from './compile';
import { dialogueYaml, edit, file, packYaml, singleYaml } from './fixture';

function bankOf(heating = singleYaml, pack = packYaml): Bank {
  const files = [file('it/two.yaml', dialogueYaml), file('pack.yaml', pack), file('crafts/heating.yaml', heating)];
  const { bank, findings } = readBank(files);
  if (!bank) throw new Error(JSON.stringify(findings));
  return bank;
}

const versionOf = (bank: Bank, language = 'de') => compile(bank, language).scenarios[0]?.version;

test('a pack comes out in one language, its scenarios in the order of their ids', () => {
  const pack = compile(bankOf(), 'en');
  expect(pack).toMatchObject({ id: 'tiny', version: 3, language: 'en', languages: ['de', 'en'], title: 'Charter' });
  expect(pack.charter[1]).toEqual({
    id: 'viability',
    kind: 'ground-rule',
    name: 'Proportion',
    text: 'Goodwill, yes.',
    meaning: 'Count.',
  });
  expect(pack.scenarios.map(({ id, industry }) => [id, industry])).toEqual([
    ['crafts/heating', 'crafts'],
    ['it/two', 'it'],
  ]);
});

test('turns and responses keep the order of the file and get their ids', () => {
  const [, dialogue] = compile(bankOf(), 'de').scenarios;
  expect(dialogue?.turns.map((turn) => [turn.id, turn.responses.map((response) => response.id)])).toEqual([
    ['call', ['tonight', 'saturday', 'monday']],
    ['mend', ['sorry', 'wait', 'deny']],
  ]);
  expect(dialogue?.turns[0]?.responses[0]).toEqual({
    id: 'tonight',
    text: 'Antwort tonight',
    marks: { customer: 3, business: 1 },
    honours: ['trust'],
    breaks: [],
    reaction: 'Gut.',
    why: 'Darum.',
    next: 'mend',
  });
});

test('subject and stars are there where they belong, and not even by name elsewhere', () => {
  const mail = edit(
    edit(singleYaml, 'phone', 'email'),
    '    responses:',
    '    subject: { de: Kalt, en: Cold }\n    responses:',
  );
  expect(compile(bankOf(mail), 'en').scenarios[0]?.turns[0]).toHaveProperty('subject', 'Cold');
  const turn = compile(bankOf(), 'en').scenarios[0]?.turns[0] ?? {};
  expect(Object.keys(turn).sort()).toEqual(['customer', 'id', 'responses', 'situation']);
});

test('the version of a scenario is the same in all languages and changes with any of them', () => {
  const version = versionOf(bankOf());
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  expect(versionOf(bankOf(), 'en')).toBe(version);
  expect(versionOf(bankOf(edit(singleYaml, 'Heating', 'Heater')))).not.toBe(version);
  expect(versionOf(bankOf(edit(singleYaml, 'business: 1', 'business: 0')))).not.toBe(version);
});

test('the version does not change with comments, quotes, the order of fields, or the rest of the pack', () => {
  const version = versionOf(bankOf());
  const otherwise =
    edit(edit(singleYaml, 'difficulty: 2\n', ''), 'de: Heizung', 'de: "Heizung" # short') + 'difficulty: 2\n';
  expect(versionOf(bankOf(otherwise))).toBe(version);
  expect(versionOf(bankOf(singleYaml, edit(packYaml, 'version: 3', 'version: 4')))).toBe(version);
});

test('the version stays what it was in released packs', () => {
  expect(versionOf(bankOf())).toBe('7a712cc7');
});

test('the first scenario alone stands in an otherwise whole pack', () => {
  const pack = compile(bankOf(), 'de');
  expect(onlyFirst(pack)).toEqual({ ...pack, scenarios: [pack.scenarios[0]] });
});

test('a language that the pack has not is an error', () => {
  expect(() => compile(bankOf(), 'fr')).toThrow(RangeError);
});
