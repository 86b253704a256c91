import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pack, Scenario } from '../domain/pack';
import { highlight, indexOf, search } from './search';

interface Words {
  title?: string;
  name?: string;
  situation?: string;
  says?: string;
  subject?: string;
  response?: string;
  reaction?: string;
  why?: string;
  takeaway?: string;
  principles?: string[];
}

function scenario(id: string, words: Words): Scenario {
  return {
    id,
    version: '1',
    industry: 'retail',
    channel: 'phone',
    difficulty: 1,
    principles: words.principles ?? [],
    best: 'middle',
    tags: [],
    title: words.title ?? '',
    turns: [
      {
        id: 'call',
        situation: words.situation ?? '',
        customer: { name: words.name ?? '', says: words.says ?? '' },
        ...(words.subject === undefined ? {} : { subject: words.subject }),
        responses: [
          {
            id: 'one',
            text: words.response ?? '',
            marks: { customer: 3, business: 3 },
            honours: [],
            breaks: [],
            reaction: words.reaction ?? '',
            why: words.why ?? '',
          },
        ],
      },
    ],
    takeaway: words.takeaway ?? '',
  };
}

function pack(scenarios: Record<string, Words>): Pack {
  return {
    id: 'test',
    version: 1,
    language: 'de',
    languages: ['de'],
    title: '',
    motto: '',
    charter: [{ id: 'trust', kind: 'principle', name: 'Vertrauen', text: 'Nur im Gesetz', meaning: 'Nur im Alltag' }],
    path: [],
    first: '',
    check: { passMark: 0.8, perPrinciple: 1 },
    scenarios: Object.entries(scenarios).map(([id, words]) => scenario(id, words)),
  };
}

/** The scenarios that a query finds, best first. */
const found = (scenarios: Record<string, Words>, query: string): string[] => search(indexOf(pack(scenarios)), query);

/** Whether a query finds a scene with this title. */
const finds = (query: string, title: string): boolean => found({ a: { title } }, query).length === 1;

describe('search', () => {
  it.each(['müller', 'Mueller', 'muller', 'MÜLLER', 'mu\u0308ller'])('finds Frau Müller by %s', (query) => {
    expect(found({ a: { name: 'Frau Müller' }, b: { name: 'Herr Maler' } }, query)).toEqual(['a']);
  });

  it('finds Frau Mueller by müller', () => {
    expect(finds('müller', 'Frau Mueller')).toBe(true);
  });

  it('takes ß and ss for the same', () => {
    expect(finds('strasse', 'Die Straße')).toBe(true);
    expect(finds('straße', 'Die Strasse')).toBe(true);
  });

  it.each([
    ['preis', 'Der Regalpreis'],
    ['preis', 'Alte Preise'],
    ['Rabatte', 'Ein Rabatt'],
    ['Rabatten', 'Ein Rabatt'],
    ['Reklamationen', 'Die Reklamation'],
    ['Kundinnen', 'Eine Kundin'],
    ['Lieferungen', 'Ersatzlieferung'],
    ['Preises', 'Der Regalpreis'],
    ['complaints', 'A complaint'],
    ['companies', 'The company'],
    ['reply', 'Two replies'],
    ['refunded', 'A refund'],
    ['stopping', 'The line stops'],
    ['issues', 'An issue'],
    ['email', 'Die E-Mail'],
    ['e-mail', 'An email'],
    ['Mail', 'Die E-Mail'],
    ['1740', 'Rechnung über 1.740 €'],
    ['1.740', 'Rechnung über 1740 €'],
    ['0,3', 'Flansche 0,3 mm'],
    ['16:40', 'Freitag 16:40'],
  ])('finds by "%s": %s', (query, title) => {
    expect(finds(query, title)).toBe(true);
  });

  it.each([
    ['Müller', 'Meller'],
    ['Rabatt', 'Raben'],
    ['rat', 'Vorrat'],
    ['replies', 'A replacement'],
    ['note', 'Nothing to do'],
    ['740', 'Nummer 51740'],
  ])('does not find by "%s": %s', (query, title) => {
    expect(finds(query, title)).toBe(false);
  });

  it('finds while the word is still being typed', () => {
    for (let length = 1; length <= 'Regalpreis'.length; length++)
      expect(finds('Regalpreis'.slice(0, length), 'Der Regalpreis')).toBe(true);
  });

  it('wants every word, in any field', () => {
    const bank = { a: { title: 'Mantel', why: 'Ein Rabatt' }, b: { title: 'Mantel' }, c: { why: 'Rabatt' } };
    expect(found(bank, 'rabatt mantel')).toEqual(['a']);
  });

  it('gives all scenes in the order of the pack for a query without a word', () => {
    expect(found({ b: {}, a: {} }, '')).toEqual(['b', 'a']);
    expect(found({ b: {}, a: {} }, ' – ?')).toEqual(['b', 'a']);
  });

  it('ranks title before name, takeaway, scene and explanation', () => {
    const bank = {
      why: { why: 'Lampe' },
      scene: { situation: 'Lampe' },
      takeaway: { takeaway: 'Lampe' },
      name: { name: 'Lampe' },
      title: { title: 'Stehlampen' },
    };
    expect(found(bank, 'Lampe')).toEqual(['title', 'name', 'takeaway', 'scene', 'why']);
  });

  it('ranks the word before a beginning before a part', () => {
    const bank = { part: { title: 'Regalpreis' }, start: { title: 'Preisliste' }, word: { title: 'Ein Preis' } };
    expect(found(bank, 'preis')).toEqual(['word', 'start', 'part']);
  });

  it('looks at every hit of a field for the closest one', () => {
    const bank = { start: { title: 'Preisliste' }, word: { title: 'Regalpreis und Preis' } };
    expect(found(bank, 'preis')).toEqual(['word', 'start']);
  });

  it('keeps the order of the pack among equals', () => {
    expect(found({ b: { title: 'Preis' }, a: { title: 'Preis' } }, 'preis')).toEqual(['b', 'a']);
  });

  it.each(['title', 'name', 'situation', 'says', 'subject', 'response', 'reaction', 'why', 'takeaway'] as const)(
    'looks into %s',
    (field) => {
      expect(found({ a: { [field]: 'Wasserkocher' } }, 'kocher')).toEqual(['a']);
    },
  );

  it('looks into names of principles, and not into channel, industry, id or the charter', () => {
    const bank = { 'retail/kettle': { principles: ['trust'] } };
    expect(found(bank, 'vertrauen')).toEqual(['retail/kettle']);
    for (const query of ['phone', 'retail', 'kettle', 'trust', 'gesetz', 'alltag'])
      expect(found(bank, query)).toEqual([]);
  });

  it('never throws, and finds every word of a title by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, query) => {
        found({ a: { title } }, query);
        expect(found({ a: { title: `${title} ${query} ${title}` } }, query)).toEqual(['a']);
      }),
    );
    expect(() => found({ a: { title: '(.*' } }, '(?:[\\ $^ .* + {1')).not.toThrow();
  });
});

const marked = (text: string, query: string): string =>
  highlight(text, query)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('highlight', () => {
  it.each([
    ['Frau Müller ruft an', 'muller', 'Frau [Müller] ruft an'],
    ['Frau Mueller ruft an', 'mü', 'Frau [Mue]ller ruft an'],
    ['Frau Mu\u0308ller', 'müll', 'Frau [Mu\u0308ll]er'],
    ['Die Straße', 'strass', 'Die [Straß]e'],
    ['Die Straße', 'stras', 'Die [Straß]e'],
    ['Der Regalpreis und Preise', 'preis', 'Der Regal[preis] und [Preis]e'],
    ['Ein Rabatt', 'Rabatte', 'Ein [Rabatt]'],
    ['Rat im Vorrat', 'rat', '[Rat] im Vorrat'],
    ['Über 1.740 € per E-Mail', '1740 email', 'Über [1.740] € per [E-Mail]'],
    ['nichts', 'alles', 'nichts'],
    ['nichts', '', 'nichts'],
  ])('marks in "%s" for "%s"', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('joins overlapping hits without repeating text', () => {
    expect(marked('Regalpreis', 'regalpr alpreis')).toBe('[Regalpr][eis]');
  });

  it('gives no parts for no text', () => {
    expect(highlight('', 'a')).toEqual([]);
  });

  it('has parts that join to the text, none of them empty', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[aeouäßMl 1.,-]*$/));
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const parts = highlight(text, query);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  it('marks something in a title that was found', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, query) => {
        const hasWord = /[\p{L}\p{N}]/u.test(query);
        if (hasWord && finds(query, title)) expect(highlight(title, query).some((part) => part.hit)).toBe(true);
      }),
    );
  });
});
