import { describe, expect, it } from 'vitest';
import { nameRules } from './names';
import { pack, scenario, turn } from './test-bank';

const named = (id: string, ...names: string[]) =>
  scenario({ id, turns: names.map((name) => turn({ customer: { name, says: '' } })) });

describe('names', () => {
  it('may come again within a dialogue, and otherwise differ', () => {
    const bank = pack([named('a', 'Frau Weiß', 'Frau Weiß', 'Herr Weiß'), named('b', 'Frau Weißer')]);
    expect(nameRules([bank, bank]).findings).toEqual([]);
  });

  it('are found in two scenarios, whatever their title, once for all languages', () => {
    const german = pack([named('a', 'Frau Dr. Weiß'), named('b', 'Herr Weiß')]);
    const english = pack([named('a', 'Dr Weiß'), named('b', 'Mr Weiß')], { language: 'en' });
    const { findings } = nameRules([german, english]);
    expect(findings).toMatchObject([{ rule: 'names', scenario: 'b', language: 'de' }]);
    expect(findings[0]?.message).toContain('"Herr Weiß" is a customer in a');
  });

  it('are found where they meet in the translation only', () => {
    const german = pack([named('a', 'Frau Weiß'), named('b', 'Herr Schwarz')]);
    const english = pack([named('a', 'Ms Black'), named('b', 'Mr Black')], { language: 'en' });
    expect(nameRules([german, english]).findings).toMatchObject([{ scenario: 'b', language: 'en' }]);
  });
});
