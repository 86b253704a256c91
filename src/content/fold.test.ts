import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from './fold';

const unicode = fc.string({ unit: 'binary' });

describe('fold', () => {
  it.each([
    ['Müller', 'Mueller', 'MULLER', 'müller', 'mu\u0308ller'],
    ['Straße', 'Strasse', 'STRASSE'],
    ['Käufer', 'Kaeufer', 'kaufer'],
    ['Öl', 'Oel', 'ol'],
    ['Yıldırım', 'Yildirim', 'YILDIRIM', 'YİLDİRİM'],
    ['Łukasz Ørsted', 'lukasz orsted', 'Lukasz Oersted'],
    ['Zoë', 'Zoe'],
  ])('takes %s and its spellings for the same', (first, ...others) => {
    for (const other of others) expect(fold(other)).toBe(fold(first));
  });

  it('keeps different words apart', () => {
    expect(fold('Masse')).not.toBe(fold('Messe'));
    expect(fold('schon')).toBe(fold('schön'));
  });

  it('is idempotent', () => {
    fc.assert(fc.property(unicode, (text) => fold(fold(text)) === fold(text)));
    fc.assert(fc.property(fc.stringMatching(/^[aeouäß\u0308]*$/), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('folding with places', () => {
  it('gives the same text as fold', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(foldWithPlaces(text).text).toBe(fold(text));
      }),
    );
    expect(foldWithPlaces('ΟΔΟΣ Mueßig').text).toBe(fold('ΟΔΟΣ Mueßig'));
  });

  it('says where each letter came from, and where the text ends', () => {
    expect(foldWithPlaces('süß')).toEqual({ text: 'suss', from: [0, 1, 2, 2, 3] });
    expect(foldWithPlaces('Mue l')).toEqual({ text: 'mu l', from: [0, 1, 3, 4, 5] });
  });

  it('never points backwards or past the end', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const { text: folded, from } = foldWithPlaces(text);
        expect(from).toHaveLength(folded.length + 1);
        expect(from.at(-1)).toBe(text.length);
        expect([...from].sort((a, b) => a - b)).toEqual(from);
      }),
    );
  });
});
