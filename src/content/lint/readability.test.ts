import { describe, expect, it } from 'vitest';
import { readabilityOf, readabilityRules } from './readability';
import { pack, scenario, turn } from './test-bank';

const check = (situation: string, language = 'de') =>
  readabilityRules(
    pack([scenario({ title: 'Donaudampfschifffahrtsgesellschaft', turns: [turn({ situation })] })], { language }),
  );

describe('readability', () => {
  it('is counted as the formulas say', () => {
    // 2 sentences, 8 words, 2 of them over six letters, 13 syllables.
    const german = readabilityOf(['Der Kunde wartet heute. Die Lieferung fehlt völlig.'], 'de');
    expect(german.sentence).toBe(4);
    expect(german.lix).toBe(4 + 100 / 8);
    expect(german.flesch).toBeCloseTo(180 - 4 - (58.5 * 15) / 8);
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

  it('notes a missed target and finds an alarm', () => {
    const missed = check('Heute früh kommt die Lieferung zum Kunden. Der Kollege wartet bereits mit dem Stapler.');
    expect(missed.findings).toEqual([]);
    expect(missed.notes.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Flesch 6\d?|5\d/));
    const alarm = check('Gewährleistungsansprüche unterliegen Verjährungsfristen. Beweislastumkehr besteht.');
    expect(alarm.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^LIX .*Gewährleistungsansprüche/),
      expect.stringMatching(/^Flesch /),
    ]);
    const english = check('Organisational responsibilities necessitate considerable accountability.', 'en');
    expect(english.findings).toHaveLength(2);
  });

  it('notes a LIX between target and alarm', () => {
    const { findings, notes } = check(
      'Ich gehe zum Kunden und sehe mir den Zähler an. Welchen Termin wollen Sie haben? Morgens passt mir besser. Danach schicke ich Antwort.',
    );
    expect(findings).toEqual([]);
    expect(notes.filter(({ message }) => message.startsWith('LIX'))).toHaveLength(1);
  });
});
