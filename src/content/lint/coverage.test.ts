import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../domain/pack';
import { coverageOf, coverageRules } from './coverage';
import { cleanBank, pack, scenario, times } from './test-bank';

const charter = ['first', 'trust'].map((id) => ({ id, kind: 'principle' as const, name: id, text: '', meaning: '' }));
const bank = (scenarios: Partial<Scenario>[]) =>
  coverageOf(
    pack(
      scenarios.map((one) => scenario(one)),
      { charter },
    ),
  );

describe('coverage', () => {
  it('counts what is first, what is listed at all, and where', () => {
    const coverage = bank([
      { principles: ['first', 'trust'], channel: 'chat', industry: 'it', tags: ['balance'] },
      { principles: ['trust'], channel: 'letter' },
      { principles: ['trust'], channel: 'team', difficulty: 3 },
    ]);
    expect(coverage.principles).toEqual([
      { id: 'first', primary: 1, listed: 1, cells: { 'in person': 0, 'in writing': 1, phone: 0 } },
      { id: 'trust', primary: 2, listed: 3, cells: { 'in person': 0, 'in writing': 2, phone: 0 } },
    ]);
    expect(coverage.channels).toMatchObject({ chat: 1, letter: 1, team: 1, phone: 0 });
    expect(coverage.industries).toEqual({ it: 1, retail: 2 });
    expect(coverage.tags).toMatchObject({ balance: 1, abuse: 0 });
    expect(coverage.difficulties).toEqual({ 1: 2, 2: 0, 3: 1 });
  });
});

describe('coverage of a small bank', () => {
  it('wants each principle first twice', () => {
    const both = ['first', 'first', 'trust', 'trust'].map((id) => ({ principles: [id] }));
    expect(coverageRules(bank(both)).findings).toEqual([]);
    const one = ['first', 'first', 'first', 'trust'].map((id) => ({ principles: [id] }));
    const { findings } = coverageRules(bank(one));
    expect(findings).toMatchObject([{ rule: 'coverage' }]);
    expect(findings[0]?.message).toContain('"trust" comes first in 1 scenarios, target 2');
  });

  it('only notes what so few scenarios cannot reach, and open cells', () => {
    const { findings, notes } = coverageRules(bank([{ principles: ['first'] }]));
    expect(findings).toEqual([]);
    expect(notes.map(({ message }) => message)).toContainEqual(expect.stringContaining('6 of 6 cells'));
    expect(notes).toHaveLength(3);
  });
});

describe('coverage of a whole bank', () => {
  it('is silent where every principle is first six times and in every cell twice', () => {
    expect(coverageRules(coverageOf(cleanBank('de')))).toEqual({ findings: [], notes: [] });
  });

  it('finds a principle that is first five times and an open cell', () => {
    const scenarios = times(72, (index) => ({
      principles: [index < 5 ? 'trust' : 'first'],
      channel: (['in-person', 'phone', 'phone', 'email', 'phone'] as const)[index % 5] ?? 'phone',
    }));
    const messages = coverageRules(bank(scenarios)).findings.map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringContaining('"trust" comes first in 5 scenarios, target 6: write 1 more'),
      expect.stringContaining('"trust" in person: 1 scenarios, at least 2'),
      expect.stringContaining('"trust" in writing: 1 scenarios, at least 2'),
    ]);
  });
});
