import type { Mark } from '../../domain/marks';
import {
  channels,
  type Language,
  type Leaning,
  type Pack,
  type Response,
  type Scenario,
  type Turn,
} from '../../domain/pack';

/** Builders for tests: the smallest thing that is whole, with what a test is about laid over it. */
export const response = (id: string, customer: Mark, business: Mark, overrides: Partial<Response> = {}): Response => ({
  id,
  text: '',
  marks: { customer, business },
  honours: [],
  breaks: [],
  reaction: '',
  why: '',
  ...overrides,
});

/** One best response with the first text, and wrong ones with the others: too soft and too hard in turn. */
export const responses = (...texts: string[]): Response[] =>
  texts.map((text, index) =>
    index === 0
      ? response('best', 3, 3, { text })
      : response(`wrong-${index}`, index % 2 ? 3 : 1, index % 2 ? 1 : 3, { text }),
  );

export const turn = (overrides: Partial<Turn> = {}): Turn => ({
  id: 'start',
  situation: '',
  customer: { name: '', says: '' },
  responses: [],
  ...overrides,
});

export const scenario = (overrides: Partial<Scenario> = {}): Scenario => ({
  id: 'retail/test',
  version: '1',
  industry: 'retail',
  channel: 'phone',
  difficulty: 1,
  principles: [],
  best: 'middle',
  tags: [],
  title: '',
  turns: [turn()],
  takeaway: '',
  ...overrides,
});

export const pack = (scenarios: Scenario[], overrides: Partial<Pack> = {}): Pack => ({
  id: 'test',
  version: 1,
  language: 'de',
  languages: ['de', 'en'],
  title: '',
  motto: '',
  charter: [],
  path: [],
  first: '',
  check: { passMark: 0.8, perPrinciple: 1 },
  scenarios,
  ...overrides,
});

/** As many scenarios of one turn as there are rows; the first text of each row is the best response. */
export const bankOf = (rows: string[][], language: Language = 'de'): Pack =>
  pack(
    rows.map((texts, index) => scenario({ id: `retail/${index}`, turns: [turn({ responses: responses(...texts) })] })),
    { language },
  );

/** `count` times what `make` gives. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

export const filler = (count: number): string => times(count, () => 'wort').join(' ');

/** Sentences of seven words, some with a cue and some without. */
const sentencePools: Record<string, string[]> = {
  de: [
    'Ich sehe mir das heute genau an.',
    'Bitte geben Sie mir kurz die Nummer.',
    'Das tut mir leid für Ihren Tag.',
    'Wir holen die Ware morgen früh ab.',
    'Darf ich Sie um drei Uhr anrufen?',
    'Der Preis im Laden ist so richtig.',
    'Vielen Dank für den Hinweis am Regal.',
    'Vielleicht hilft uns der Kollege im Lager.',
    'Bis 14 Uhr haben Sie eine Zusage.',
    'Mein Chef gibt uns dafür einen Tag.',
    'Sie bekommen dann sofort das neue Teil.',
    'Was ist Ihnen jetzt am meisten wert?',
  ],
  en: [
    'I will take a close look today.',
    'Please give me the number once more.',
    'I am sorry about your whole day.',
    'We pick the goods up at dawn.',
    'May I call you back at three?',
    'The price in the shop is right.',
    'Thank you for the word about it.',
    'Perhaps our man in stock can help.',
    'By 14 sharp you have our word.',
    'My boss gives us one day more.',
    'You will get the new part then.',
    'What would you like the most now?',
  ],
};

const kinds: Leaning[] = ['firm', 'middle', 'middle', 'generous', 'firm', 'middle'];
const principleIds = times(12, (index) => `principle-${index}`);

/** A whole bank of 72 scenes in which nothing is to be found; the sentences are drawn by chance from a fixed seed. */
export function cleanBank(language: 'de' | 'en', seed = 1): Pack {
  let state = seed;
  // Mulberry32: a plain linear generator repeats itself from scene to scene, and the guesser finds that.
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pool = sentencePools[language] ?? [];
  const sentence = (): string => pool[below(pool.length)] ?? '';
  const paragraph = (count: number): string => times(count, sentence).join(' ');
  const scenarios = times(72, (index) => {
    const wrong = [response('soft', 3, 1), response('hard', 1, 3)];
    const all = [...wrong.slice(0, index % 3), response('best', 3, 3), ...wrong.slice(index % 3)];
    const written = all.map((one) => ({ ...one, text: paragraph(3), reaction: sentence(), why: paragraph(4) }));
    const name = `Frau ${'BDFGKLMN'[index % 8] ?? ''}${'aeiou'[index % 5] ?? ''}${'rstvw'[Math.floor(index / 8) % 5] ?? ''}${index > 39 ? 'ner' : 'mann'}`;
    return scenario({
      id: `retail/${index}`,
      channel: (['in-person', 'email', 'phone'] as const)[Math.floor(index / 12) % 3] ?? channels[0],
      principles: [principleIds[index % 12] ?? ''],
      best: kinds[index % kinds.length] ?? 'middle',
      title: 'Das Regal',
      takeaway: sentence(),
      turns: [turn({ situation: paragraph(5), customer: { name, says: paragraph(3) }, responses: written })],
    });
  });
  const charter = principleIds.map((id) => ({ id, kind: 'principle' as const, name: id, text: '', meaning: '' }));
  return pack(scenarios, { language, charter });
}
