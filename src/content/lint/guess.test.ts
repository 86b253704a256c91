import { describe, expect, it } from 'vitest';
import { bandAround } from './chance';
import { guessOf, guessRules } from './guess';
import { bankOf, cleanBank, pack, responses, scenario, times, turn } from './test-bank';

const things = ['Mantel', 'Regal', 'Router', 'Lampe', 'Preis', 'Karte', 'Kabel', 'Tisch', 'Farbe', 'Schrank'];
const thing = (index: number): string => things[index % things.length] ?? '';

describe('guessing from the responses alone', { timeout: 30_000 }, () => {
  it('does not work in a clean bank', () => {
    const guess = guessOf(cleanBank('de'));
    expect(guess.turns).toBe(72);
    expect(guess.band.expected).toBeCloseTo(1 / 3);
    expect(guessRules(guess).findings).toEqual([]);
  });

  it('works where a turn of phrase gives the best response away', () => {
    const bank = bankOf(
      times(60, (index) => [
        `Ich kläre den ${thing(index)} bis Freitag`,
        `Ich nehme den ${thing(index)} zurück`,
        `Ich lasse den ${thing(index)} so`,
      ]),
    );
    const guess = guessOf(bank);
    expect(guess.hits).toBeGreaterThan(0.9);
    expect(guess.telling.best.join()).toContain('kläre');
    expect(guess.telling.wrong.join()).toMatch(/nehme|lasse/);
    const [finding] = guessRules(guess).findings;
    expect(finding).toMatchObject({ rule: 'guess', language: 'de' });
    expect(finding?.message).toMatch(/"ich kläre"|"kläre"/);
    expect(finding?.message).toContain('begin with retail/');
  });

  it('works where the best response is known by what it has less of', () => {
    const bank = bankOf(
      times(60, (index) => [
        `Wir nehmen ${thing(index)}.`,
        `Ja, gut, ${thing(index)} hier.`,
        `Nein, so, ${thing(index)} da.`,
      ]),
    );
    expect(guessOf(bank).hits).toBeGreaterThan(0.8);
  });

  it('learns nothing from other turns of the same scenario', () => {
    const dialogue = scenario({
      turns: times(4, (index) =>
        turn({ id: `t${index}`, responses: responses('Kläre alpha', 'Nehme beta', 'Lasse gamma') }),
      ),
    });
    expect(guessOf(pack([dialogue])).hits).toBeCloseTo(1 / 3);
  });

  it('is only noted where so few turns may explain it', () => {
    const guess = { ...guessOf(bankOf([])), turns: 20, hits: 0.5 };
    const small = guessRules({ ...guess, band: bandAround(1 / 3, 0.1, 20) });
    expect(small).toMatchObject({ findings: [], notes: [{ rule: 'guess' }] });
    const whole = guessRules({ ...guess, band: bandAround(1 / 3, 0.1, 60) });
    expect(whole).toMatchObject({ findings: [{ rule: 'guess' }], notes: [] });
  });

  it('finds the best one wherever it is written', () => {
    const bank = bankOf(
      times(20, (index) => [`Kläre ${thing(index)}`, `Nehme ${thing(index)}`, `Lasse ${thing(index)}`]),
    );
    const turned = pack(
      bank.scenarios.map((one, index) => ({
        ...one,
        turns: one.turns.map((step) => ({
          ...step,
          responses: [...step.responses.slice(index % 3), ...step.responses.slice(0, index % 3)],
        })),
      })),
    );
    expect(guessOf(turned).hits).toBe(1);
  });

  it('is the same at every run', () => {
    const bank = bankOf(times(8, (index) => [`Kläre ${thing(index)}`, `Nehme ${thing(index)}`]));
    expect(guessOf(bank)).toEqual(guessOf(bank));
  });

  it('has nothing to say about an empty bank', () => {
    expect(guessRules(guessOf(bankOf([]))).findings).toEqual([]);
  });
});
