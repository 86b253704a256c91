import { describe, expect, test } from 'vitest';
import { readBank } from './bank';
import { edit, file, findingsIn, packYaml, singleYaml } from './fixture';

const at = 'scenarios/crafts/heating.yaml';
const inPack = 'scenarios/pack.yaml';
const single = (from: string, to: string) => findingsIn(edit(singleYaml, from, to));

test('a sound pack has no findings', () => {
  const { findings, bank } = readBank([file('pack.yaml', packYaml), file('crafts/heating.yaml', singleYaml)]);
  expect(findings).toEqual([]);
  expect([...(bank?.scenarios.keys() ?? [])]).toEqual(['crafts/heating']);
});

describe('fields', () => {
  test('a missing field is reported under its parent, with what was expected', () => {
    expect(single('        marks: { customer: 3, business: 1 }\n', '')).toEqual([
      `${at}:14:7 turns.call.responses.tonight.marks: expected the fields customer, business, found nothing`,
    ]);
    expect(single('difficulty: 2\n', '')).toEqual([`${at}:1:1 difficulty: expected one of 1, 2, 3, found nothing`]);
    expect(single('{ name: { de: Frau Brandt, en: Ms Brandt }, ', '{ ')).toEqual([
      `${at}:12:5 turns.call.customer.name: expected a text in de and en, found nothing`,
    ]);
  });

  test('every unknown field is reported at its name', () => {
    expect(single('best: middle', 'best: middle\nauthor: me\ndate: 2026')).toEqual([
      `${at}:5:1 author: expected one of the fields channel, difficulty, principles, best, tags, title, turns, takeaway, found an unknown one`,
      `${at}:6:1 date: expected one of the fields channel, difficulty, principles, best, tags, title, turns, takeaway, found an unknown one`,
    ]);
    expect(single('reaction:', 'toString:')).toContain(
      `${at}:19:9 turns.call.responses.tonight.toString: expected one of the fields text, marks, honours, breaks, reaction, why, next, found an unknown one`,
    );
  });

  test('a mark is a whole number from 0 to 3', () => {
    const place = `${at}:16:28 turns.call.responses.tonight.marks.customer`;
    const mark = (value: string) => single('customer: 3, business: 1', `customer: ${value}, business: 1`);
    expect(mark('4')).toEqual([`${place}: expected a whole number from 0 to 3, found 4`]);
    expect(mark('-1')).toEqual([`${place}: expected a whole number from 0 to 3, found -1`]);
    expect(mark('1.5')).toEqual([`${place}: expected a whole number from 0 to 3, found 1.5`]);
    expect(mark('"3"')).toEqual([`${place}: expected a whole number from 0 to 3, found "3"`]);
    expect(mark('')).toEqual([
      `${at}:16:18 turns.call.responses.tonight.marks.customer: expected a whole number from 0 to 3, found nothing`,
    ]);
  });

  test('words from a list are named when another is found', () => {
    expect(single('channel: phone', 'channel: fone')).toEqual([
      `${at}:1:10 channel: expected one of in-person, phone, email, chat, letter, review, team, found "fone"`,
    ]);
    expect(single('tags: []', 'tags: [rude]')).toEqual([
      `${at}:5:8 tags[0]: expected one of business-customer, giving-in-is-wrong, misunderstanding, balance, colleagues, abuse, found "rude"`,
    ]);
  });

  test('ids are kebab-case and not names of the language', () => {
    expect(single('      tonight:', '      To_night:')).toEqual([
      `${at}:14:7 turns.call.responses.To_night: expected a kebab-case id, found "To_night"`,
    ]);
    expect(single('      tonight:', '      15:')).toEqual([
      `${at}:14:7 turns.call.responses.15: expected a kebab-case id, found "15"`,
    ]);
    for (const name of ['__proto__', 'constructor', 'prototype'])
      expect(single('      tonight:', `      ${name}:`)).toEqual([
        `${at}:13:5 turns.call.responses: expected other names than __proto__, constructor, prototype, found one of them`,
      ]);
  });

  test('a list where names are expected is called a list', () => {
    expect(
      findingsIn(singleYaml.slice(0, singleYaml.indexOf('turns:')) + 'turns: [a]\ntakeaway: { de: a, en: b }\n'),
    ).toEqual([`${at}:9:1 turns: expected turns by their ids, found a list`]);
  });
});

describe('texts', () => {
  test('every text stands in every language of the pack and in no other', () => {
    expect(single('  en: Heating\n', '')).toEqual([`${at}:6:1 title.en: expected a text, found nothing`]);
    expect(single('  en: Heating\n', '  en:\n')).toEqual([`${at}:8:3 title.en: expected a text, found nothing`]);
    expect(single('  en: Heating\n', "  en: ' '\n")).toEqual([
      `${at}:8:7 title.en: expected a text, found an empty text`,
    ]);
    expect(single('  en: Heating\n', '  en: 2026\n')).toEqual([`${at}:8:7 title.en: expected a text, found 2026`]);
    expect(single('  en: Heating\n', '  en: Heating\n  fr: Chauffage\n')).toEqual([
      `${at}:9:3 title.fr: expected one of the languages de, en, found an unknown one`,
    ]);
  });

  test('a plain text does in a pack of one language only', () => {
    expect(single('title:\n  de: Heizung\n  en: Heating\n', 'title: Heizung\n')).toEqual([
      `${at}:6:8 title: expected a text in de and en, found "Heizung"`,
    ]);
    const german = (yaml: string) =>
      yaml.replaceAll(/\{ de: ([^{},]+), en: [^{}]+ \}/g, '$1').replace('  en: Heating\n', '');
    const oneLanguage = german(edit(packYaml, '[de, en]', '[de]'));
    expect(oneLanguage).toContain('title: Leitbild\n');
    expect(findingsIn(german(singleYaml), oneLanguage)).toEqual([]);
    expect(findingsIn(german(singleYaml).replace('  de: Heizung', '  - Heizung'), oneLanguage)).toEqual([
      `${at}:6:1 title: expected a text in de, found a list`,
    ]);
  });

  test('what cannot be seen is refused in texts, escaped too', () => {
    const hidden = (text: string) => single('  en: Heating', `  en: ${text}`);
    const message = `${at}:8:7 title.en: expected a text without invisible characters, found`;
    expect(hidden('"a\\0b"')).toEqual([`${message} U+0000`]);
    expect(hidden('"a\\u202Eb"')).toEqual([`${message} U+202E`]);
    expect(hidden('a\u200Bb')).toEqual([`${message} U+200B`]);
    expect(hidden('"\\uD800"')).toEqual([`${message} U+D800`]);
    expect(hidden('"Zwei\\nZeilen"')).toEqual([]);
  });
});

describe('several at once', () => {
  test('faults of schema and rules, in scenes and pack, all come in one run, by place', () => {
    const heating = edit(edit(singleYaml, 'business: 1', 'business: 9'), 'honours: [trust]', 'honours: [law]');
    const broken = file('it/broken.yaml', 'channel: "phone\ntitle: a\n');
    expect(findingsIn(heating, edit(packYaml, 'version: 3', 'version: 0'), broken)).toEqual([
      `${at}:16:41 turns.call.responses.tonight.marks.business: expected a whole number from 0 to 3, found 9`,
      `${at}:17:19 turns.call.responses.tonight.honours[0]: expected a principle of the charter, found "law"`,
      'scenarios/it/broken.yaml:1:10: expected a closing ", found none',
      `${inPack}:2:10 version: expected a whole number of at least 1, found 0`,
    ]);
  });

  test('a pack that cannot be read brings no findings about what depends on it', () => {
    expect(findingsIn(edit(singleYaml, 'difficulty: 2', 'difficulty: 4'), 'id: [')).toEqual([
      `${at}:2:13 difficulty: expected one of 1, 2, 3, found 4`,
      `${inPack}:1:6: expected a closing ], found none`,
    ]);
  });

  test('a scenario that cannot be read is not called missing', () => {
    expect(findingsIn('a: [')).toEqual([`${at}:1:5: expected a closing ], found none`]);
  });
});

describe('what is no mapping', () => {
  const nothing = 'the fields channel, difficulty, principles, best, tags, title, turns, takeaway';
  test('an empty file', () => {
    expect(findingsIn('')).toEqual([`${at}:1:1: expected ${nothing}, found nothing`]);
    expect(findingsIn('# only a comment\n')).toEqual([`${at}:1:1: expected ${nothing}, found nothing`]);
  });
  test('a list, a text, a number', () => {
    expect(findingsIn('- a\n')).toEqual([`${at}:1:1: expected ${nothing}, found a list`]);
    expect(findingsIn('hello\n')).toEqual([`${at}:1:1: expected ${nothing}, found "hello"`]);
    expect(findingsIn('7\n')).toEqual([`${at}:1:1: expected ${nothing}, found 7`]);
  });
});
