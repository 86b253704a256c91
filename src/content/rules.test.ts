import { describe, expect, test } from 'vitest';
import { dialogueYaml, edit, findingsIn, packYaml, singleYaml } from './fixture';

const at = 'scenarios/crafts/heating.yaml';
const inPack = 'scenarios/pack.yaml';
const single = (from: string, to: string) => findingsIn(edit(singleYaml, from, to));
const pack = (from: string, to: string) => findingsIn(singleYaml, edit(packYaml, from, to));
/** Without the complaint that the first scene of the pack must have one turn. */
const dialogue = (from: string, to: string) =>
  findingsIn(edit(dialogueYaml, from, to)).filter((finding) => !finding.startsWith(inPack));

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
