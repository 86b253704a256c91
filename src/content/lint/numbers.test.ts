import { describe, expect, it } from 'vitest';
import { numberRules, numbersIn } from './numbers';
import { pack, responses, scenario, turn } from './test-bank';

describe('numbers in figures', () => {
  it.each([
    ['1.740 €', '€1,740'],
    ['1.740,50 €', '€1,740.50'],
    ['0,3 mm', '0.3 mm'],
    ['12,50 €', '€12.50'],
    ['10,00 €', '€10'],
    ['16:40', '16:40'],
    ['16.40 Uhr', '4:40 pm'],
    ['17 Uhr', '5 p.m.'],
    ['8:00', '8 am'],
    ['08:00 Uhr', '8:00'],
    ['12 Uhr', '12 pm'],
    ['29 %', '29%'],
    ['am 14.11.', 'on 14 November'],
    ['bis 3. Mai', 'until May 3rd'],
    ['Zeugnis 3.1.', 'certificate 3.1.'],
    ['24-Stunden-Dienst', '24-hour service'],
    ['100\u202f000 Stück', '100,000 pieces'],
    ['0711 20', '0711 20'],
    ['2.000 von 120', '120 of 2,000'],
    ['14 Tage, ja, 14 Tage', '14 days'],
    ['zwei', 'two'],
  ])('are the same in "%s" and "%s"', (german, english) => {
    expect(numbersIn(german, 'de')).toEqual(numbersIn(english, 'en'));
  });

  it.each([
    ['1.740 €', '€1,704'],
    ['1,5 Tage', '15 days'],
    ['5,000 Stück', '5,000 pieces'],
    ['17 Uhr', '5 am'],
    ['0711 20', '711 20'],
    ['0711', '711'],
    ['Tor 07', 'gate 7'],
    ['zwei', '2'],
  ])('differ in "%s" and "%s"', (german, english) => {
    expect(numbersIn(german, 'de')).not.toEqual(numbersIn(english, 'en'));
  });
});

describe('two languages of a bank', () => {
  const written = (language: string, text: string, situation: string) =>
    pack([scenario({ turns: [turn({ situation, responses: responses(text, '') })] })], { language });

  it('with the same numbers are let pass', () => {
    expect(numberRules([written('de', '€ 20', 'um 16:40'), written('en', '€20', 'at 16:40')]).findings).toEqual([]);
    expect(numberRules([written('de', '20', '')]).findings).toEqual([]);
  });

  it('with other numbers are found, text by text', () => {
    const found = numberRules([written('de', '20 €', '3 Tage'), written('en', '€25', 'some days')]).findings;
    expect(found).toMatchObject([
      { rule: 'numbers', scenario: 'retail/test', language: 'en', turn: 'start' },
      { rule: 'numbers', response: 'best' },
    ]);
    expect(found[0]?.message).toContain('The situation has other numbers in figures: de 3; en none');
    expect(found[1]?.message).toContain('de 20; en 25');
  });
});
