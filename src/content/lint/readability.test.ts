import { describe, expect, it } from 'vitest';
import { readabilityOf, readabilityRules } from './readability';
import { pack, scenario, turn } from './test-bank';

const check = (situation: string, language = 'de') =>
  readabilityRules(
    pack([scenario({ title: 'Donaudampfschifffahrtsgesellschaft', turns: [turn({ situation })] })], { language }),
  );

describe('readability', () => {
  it('is counted as the formulas say', () => {
    // 2 sentences, 8 words, 1 of them over six letters, 14 syllables.
    const german = readabilityOf(['Der Kunde wartet heute. Die Lieferung fehlt völlig.'], 'de');
    expect(german.sentence).toBe(4);
    expect(german.lix).toBe(4 + 100 / 8);
    expect(german.flesch).toBeCloseTo(180 - 4 - (58.5 * 14) / 8);
    const english = readabilityOf(['The customer waits. He is late.'], 'en');
    expect(english.flesch).toBeCloseTo(206.835 - 1.015 * 3 - (84.6 * 8) / 6);
    expect(readabilityOf(['Le client attend.'], 'fr').flesch).toBeNull();
  });

  it('is silent about plain texts, and does not count the title', () => {
    expect(check('Der Mann ist da. Er will den Preis von der Karte. Was nun?')).toEqual({ findings: [], notes: [] });
    expect(check('The man is here. He wants the price from the card. What now?', 'en')).toEqual({
      findings: [],
      notes: [],
    });
  });

  it('notes long sentences and quotes the longest', () => {
    const { findings, notes } = check(
      'Wir sind da. Der Mann ist da und er will nun den Preis von der Karte da oben und er will ihn so gern und so bald er ihn nur hat.',
    );
    expect(findings).toEqual([]);
    expect(notes).toMatchObject([{ rule: 'readability', scenario: 'retail/test', language: 'de' }]);
    expect(notes[0]?.message).toMatch(/Mean sentence \d+\.\d words, target 12.*"Der Mann ist da/);
  });

  it('notes a missed target', () => {
    const lix = check('Der Kollege bringt die Lieferung am Freitag zum Kunden hin.');
    expect(lix).toMatchObject({ findings: [], notes: [{ rule: 'readability' }] });
    expect(lix.notes[0]?.message).toMatch(/^LIX 40.0, target 38.*The longest words: Lieferung,/);
    const flesch = check('Heute haben alle Leute eine neue Farbe.');
    expect(flesch).toMatchObject({ findings: [], notes: [{ rule: 'readability' }] });
    expect(flesch.notes[0]?.message).toMatch(/^Flesch 56.0, target 65/);
  });

  it.each([
    ['de', 'Gewährleistungsansprüche unterliegen Verjährungsfristen. Beweislastumkehr besteht.'],
    ['en', 'Organisational responsibilities necessitate considerable accountability.'],
  ])('finds an alarm: %s', (language, text) => {
    const { findings, notes } = check(text, language);
    expect(notes).toEqual([]);
    expect(findings.map(({ message }) => message.slice(0, 4))).toEqual(['LIX ', 'Fles']);
  });
});
