import { describe, expect, it } from 'vitest';
import { syllables } from './syllables';

const german: [string, number][] = [
  ['Preis', 1],
  ['neue', 2],
  ['Theater', 3],
  ['Qualität', 3],
  ['Reklamation', 5],
  ['Patient', 3],
  ['verdient', 2],
  ['Familie', 4],
  ['Garantie', 3],
  ['Garantien', 4],
  ['Ferien', 3],
  ['Wien', 1],
  ['reparieren', 4],
  ['beenden', 3],
  ['beeilen', 3],
  ['geehrte', 3],
  ['beurteilen', 4],
  ['Beutel', 2],
  ['Beet', 1],
  ['Beere', 2],
  ['Ideen', 3],
  ['Service', 2],
  ['Hotline', 2],
  ['Team', 1],
  ['E-Mail', 2],
  ['Yıldırım', 3],
  ['Gewährleistung', 4],
  ['GmbH', 1],
  ['1.740', 1],
];
const english: [string, number][] = [
  ['price', 1],
  ['customer', 3],
  ['delivered', 3],
  ['business', 2],
  ['e-mail', 2],
  ['1,740', 1],
];

describe('syllables', () => {
  it.each(german)('of the German word %s are %i', (word, count) => {
    expect(syllables(word, 'de')).toBe(count);
  });

  it.each(english)('of the English word %s are %i', (word, count) => {
    expect(syllables(word, 'en-GB')).toBe(count);
  });
});
