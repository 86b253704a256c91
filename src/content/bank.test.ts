import { describe, expect, test } from 'vitest';
import { readBank } from './bank';
import { dialogueYaml, edit, file, findingsIn, packYaml, singleYaml } from './fixture';

const at = 'scenarios/crafts/heating.yaml';
const inPack = 'scenarios/pack.yaml';
const single = (from: string, to: string) => findingsIn(edit(singleYaml, from, to));
const dialogue = (from: string, to: string) =>
  findingsIn(edit(dialogueYaml, from, to), undefined, file('it/first.yaml', singleYaml)).filter(
    (finding) => !finding.startsWith(inPack),
  );
const pack = (from: string, to: string) => findingsIn(singleYaml, edit(packYaml, from, to));

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

describe('references', () => {
  test('principles are those of the charter', () => {
    expect(single('principles: [trust]', 'principles: [trust, trsut]')).toEqual([
      `${at}:3:21 principles[1]: expected a principle of the charter, found "trsut"`,
    ]);
    expect(single('honours: [trust]', 'honours: [truth]')).toEqual([
      `${at}:17:19 turns.call.responses.tonight.honours[0]: expected a principle of the charter, found "truth"`,
    ]);
    expect(single('breaks: []', 'breaks: [law]')).toEqual([
      `${at}:18:18 turns.call.responses.tonight.breaks[0]: expected a principle of the charter, found "law"`,
    ]);
    expect(single('principles: [trust]', 'principles: []')).toEqual([
      `${at}:3:1 principles: expected at least one principle, found none`,
    ]);
  });

  test('a principle is not named twice, nor honoured and broken at once', () => {
    expect(single('principles: [trust]', 'principles: [trust, trust]')).toEqual([
      `${at}:3:21 principles[1]: expected every entry once, found "trust" again`,
    ]);
    expect(single('breaks: []', 'breaks: [trust]')).toEqual([
      `${at}:18:18 turns.call.responses.tonight.breaks[0]: expected a principle that is not honoured as well, found "trust"`,
    ]);
  });

  test('the path holds every principle of the charter once', () => {
    expect(pack('path: [viability, trust]', 'path: [viability, viability, law]')).toEqual([
      `${inPack}:17:1 path: expected every principle of the charter, found none of trust`,
      `${inPack}:17:19 path[1]: expected every entry once, found "viability" again`,
      `${inPack}:17:30 path[2]: expected a principle of the charter, found "law"`,
    ]);
  });

  test('ids of the charter and languages are unique', () => {
    expect(pack('  - id: viability', '  - id: trust')).toContain(
      `${inPack}:12:9 charter[1].id: expected every entry once, found "trust" again`,
    );
    expect(pack('[de, en]', '[de, en, de]')).toContain(
      `${inPack}:3:21 languages[2]: expected every entry once, found "de" again`,
    );
  });

  test('the first scenario is there and has one turn', () => {
    expect(pack('first: crafts/heating', 'first: crafts/heatin')).toEqual([
      `${inPack}:18:8 first: expected a scenario of this pack, found "crafts/heatin"`,
    ]);
    expect(findingsIn(dialogueYaml)).toEqual([
      `${inPack}:18:8 first: expected a scenario with one turn, found 2 turns in "crafts/heating"`,
    ]);
  });
});

describe('turns', () => {
  test('next leads to a turn of the scene', () => {
    expect(dialogue('next: mend', 'next: mnd')).toEqual([
      `${at}:21:15 turns.call.responses.tonight.next: expected a turn of this scene, found "mnd"`,
      `${at}:36:3 turns.mend: expected a way here from the first turn, found none`,
    ]);
  });

  test('a turn that no way leads to is reported', () => {
    expect(dialogue('        next: mend\n', '')).toEqual([
      `${at}:35:3 turns.mend: expected a way here from the first turn, found none`,
    ]);
  });

  test('a circle is reported where it closes, with all its turns', () => {
    const why = 'why: { de: Darum., en: Because. }\n';
    const back = edit(dialogueYaml, `${why}takeaway`, `${why}        next: call\ntakeaway`);
    expect(findingsIn(back)).toContain(
      `${at}:61:15 turns.mend.responses.deny.next: expected no way back, found the circle call → mend → call`,
    );
    expect(single(why, `${why}        next: call\n`)).toEqual([
      `${at}:21:15 turns.call.responses.tonight.next: expected no way back, found the circle call → call`,
    ]);
  });

  test('a turn has exactly one response with 3 and 3', () => {
    const place = `${at}:13:5 turns.call.responses: expected exactly one response with 3 for customer and business, found`;
    expect(single('customer: 3, business: 3', 'customer: 3, business: 2')).toEqual([`${place} none`]);
    expect(single('customer: 3, business: 1', 'customer: 3, business: 3')).toEqual([`${place} tonight and saturday`]);
  });

  test('a mark that is no mark does not also count as a missing 3', () => {
    expect(single('customer: 3, business: 3', 'customer: 3, business: 4')).toEqual([
      `${at}:23:41 turns.call.responses.saturday.marks.business: expected a whole number from 0 to 3, found 4`,
    ]);
  });

  test('a turn has three or four responses', () => {
    const monday = singleYaml.slice(singleYaml.indexOf('      monday:'), singleYaml.indexOf('takeaway'));
    const more = (...ids: string[]) => single(monday, monday + ids.map((id) => monday.replace('monday', id)).join(''));
    expect(more('tuesday')).toEqual([]);
    expect(more('tuesday', 'friday')).toEqual([`${at}:13:5 turns.call.responses: expected 3 or 4 responses, found 5`]);
    expect(single(monday, '')).toEqual([`${at}:13:5 turns.call.responses: expected 3 or 4 responses, found 2`]);
    expect(
      findingsIn(
        edit(
          singleYaml.slice(0, singleYaml.indexOf('  call:')) + singleYaml.slice(singleYaml.indexOf('takeaway')),
          'turns:',
          'turns: {}',
        ),
      ),
    ).toEqual([`${at}:9:1 turns: expected at least one turn, found none`]);
  });

  test('a response with 3 and 3 breaks nothing', () => {
    const best = 'marks: { customer: 3, business: 3 }\n        honours: [trust]\n        breaks: []';
    expect(single(best, edit(best, 'breaks: []', 'breaks: [viability]'))).toEqual([
      `${at}:25:9 turns.call.responses.saturday.breaks: expected an empty list, as a response with 3 and 3 breaks nothing, found a full one`,
    ]);
  });

  test('a subject belongs to mails and letters, stars to reviews', () => {
    const subject = '    responses:\n';
    expect(single('channel: phone', 'channel: email')).toEqual([
      `${at}:10:3 turns.call.subject: expected a subject line in a scene by email, found nothing`,
    ]);
    expect(single(subject, `    subject: { de: Kalt, en: Cold }\n${subject}`)).toEqual([
      `${at}:13:5 turns.call.subject: expected no subject in a scene by phone, found a mapping`,
    ]);
    expect(single('channel: phone', 'channel: review')).toEqual([
      `${at}:10:3 turns.call.stars: expected stars from 1 to 5 in a scene by review, found nothing`,
    ]);
    expect(single(subject, `    stars: 2\n${subject}`)).toEqual([
      `${at}:13:5 turns.call.stars: expected no stars in a scene by phone, found 2`,
    ]);
    const review = edit(singleYaml, 'channel: phone', 'channel: review');
    expect(findingsIn(edit(review, subject, `    stars: 2\n${subject}`))).toEqual([]);
    expect(findingsIn(edit(review, subject, `    stars: 6\n${subject}`))).toEqual([
      `${at}:13:12 turns.call.stars: expected a whole number from 1 to 5, found 6`,
    ]);
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
