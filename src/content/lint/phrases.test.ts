import { describe, expect, it } from 'vitest';
import { phraseRules } from './phrases';
import { bankOf } from './test-bank';

const inBest = (text: string, language = 'de') => phraseRules(bankOf([[text, 'Gut']], language)).findings;
const inWrong = (text: string, language = 'de') => phraseRules(bankOf([['Gut', text]], language)).findings;

describe('phrases banned in best responses', () => {
  it.each([
    ['Leider müssen wir ablehnen.', 'de'],
    ['Da kann ich leider nichts machen.', 'de'],
    ['Wie bereits erwähnt, geht es nicht.', 'de'],
    ['Bitte: Beruhigen  Sie sich!', 'de'],
    ['Unfortunately, we have to decline.', 'en-GB'],
    ['There’s nothing I can do.', 'en'],
    ['As already mentioned, no.', 'en'],
    ['Please calm down.', 'en'],
  ])('are found: %s', (text, language) => {
    expect(inBest(text, language)).toMatchObject([{ rule: 'phrases', response: 'best', turn: 'start', language }]);
    expect(inWrong(text, language)).toEqual([]);
  });
});

describe('words banned in all responses', () => {
  it.each([
    ['Das machen wir immer so.', 'de'],
    ['Das war noch nie so.', 'de'],
    ['Niemals!', 'de'],
    ['We always do that.', 'en'],
    ['We never did.', 'en'],
  ])('are found: %s', (text, language) => {
    expect(inBest(text, language)).toHaveLength(1);
    expect(inWrong(text, language)).toMatchObject([{ rule: 'phrases', response: 'wrong-1' }]);
  });
});

describe('innocent words', () => {
  it.each([
    ['Niemand hat Schuld, die Familie wartet immer noch im Zimmer.', 'de'],
    ['Das Teil ist noch immer nicht da.', 'de'],
    ['Leider ist das Teil nicht da. Müssen wir tauschen?', 'de'],
    ['Never mind, I have calmed downstairs.', 'en'],
    ['Always is a German "immer".', 'fr'],
  ])('are let pass: %s', (text, language) => {
    expect(inBest(text, language)).toEqual([]);
  });
});
