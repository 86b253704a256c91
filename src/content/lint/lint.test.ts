import { describe, expect, it } from 'vitest';
import { lintBank } from './lint';
import { renderReport } from './report';
import { bankOf, cleanBank, filler, pack, response, scenario, times, turn } from './test-bank';

/** Training a guesser for each scene of a whole bank takes a second, and several where others use the machine. */
const patience = { timeout: 30_000 };

describe('the lint', patience, () => {
  it('finds nothing in a clean bank of two languages', () => {
    const { findings, notes } = lintBank([cleanBank('de'), cleanBank('en')]);
    expect(findings).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('runs every family of rules', () => {
    const bad = (language: string, number: string) =>
      pack(
        times(60, (index) =>
          scenario({
            id: `retail/${index}`,
            best: 'firm',
            turns: [
              turn({
                customer: { name: 'Frau Weiß', says: '' },
                situation: `Gewährleistungsansprüche verjähren ${number}. ${filler(50)}`,
                responses: [
                  response('best', 3, 3, { text: `Immer freundlich bis 14 Uhr, es tut mir leid? ${filler(20)}` }),
                  response('wrong', 3, 1, { text: filler(12) }),
                ],
              }),
              turn({ id: 'end', responses: [response('only', 1, 1)] }),
            ],
          }),
        ),
        { language, charter: [{ id: 'trust', kind: 'principle', name: '', text: '', meaning: '' }] },
      );
    const { findings, notes } = lintBank([bad('de', '20'), bad('en', '25')]);
    const rules = new Set([...findings, ...notes].map(({ rule }) => rule));
    expect([...rules].sort()).toEqual(
      [
        'best',
        'coverage',
        'cue',
        'guess',
        'leaning',
        'length-ratio',
        'longest',
        'names',
        'numbers',
        'phrases',
        'position',
        'readability',
        'shortest',
        'words',
      ].sort(),
    );
  });

  it('takes a pack of one language, an empty one, and one of a language it has no lists for', () => {
    for (const one of [bankOf([['Gut', 'Nein']]), pack([]), bankOf([['Oui', 'Non']], 'fr')])
      expect(() => renderReport(lintBank([one]))).not.toThrow();
  });

  it('wants a pack', () => {
    expect(() => lintBank([])).toThrow(RangeError);
  });
});
