import { describe, expect, it } from 'vitest';
import { sentences, words } from './words';

describe('words', () => {
  it.each([
    ['Bis 16:40 kommt die E-Mail, 1.740 € und 0,3 mm.', 'de', 9],
    ['29 % – das war’s.', 'de', 3],
    ["Don't pay €1,740 by e-mail.", 'en', 5],
    ['Lieferung – oder nicht?', 'de', 3],
    ['Preis: 79 Euro', 'de', 3],
    ['', 'de', 0],
  ])('in "%s" are as many as a reader counts', (text, language, count) => {
    expect(words(text, language)).toHaveLength(count);
  });

  it('keeps what a hyphen or a colon ties together', () => {
    expect(words('E-Mail-Adresse um 16:40', 'de')).toEqual(['E-Mail-Adresse', 'um', '16:40']);
  });
});

describe('sentences', () => {
  it.each([
    ['Das geht. Bis Freitag! Wirklich?', 'de', 3],
    ['Herr Dr. Weiß kommt am 3. Mai, z. B. um 9 Uhr.', 'de', 1],
    ['»Wann kommt er?«, fragt sie.', 'de', 1],
    ['Mr. Smith calls No. 5. It is late.', 'en', 2],
    ['“Who pays?” she asks.', 'en', 1],
    ['…', 'de', 0],
  ])('in "%s" do not end at abbreviations, ordinals and quotations', (text, language, count) => {
    expect(sentences(text, language)).toHaveLength(count);
  });
});
