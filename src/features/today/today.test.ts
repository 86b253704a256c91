import { describe, expect, test } from 'vitest';
import { answer, pack, scenario } from '../../domain/pack.fixture';
import { advance, noProgress } from '../../domain/progress';
import { askedOf, backupIsDue, todayOf } from './today';

const bank = pack([
  scenario('retail/coat', { title: 'The coat', principles: ['first'], channel: 'in-person' }),
  scenario('retail/toaster', { title: 'The toaster', principles: ['choice', 'first'], channel: 'chat' }),
  scenario('crafts/heating', { title: 'Friday', principles: ['trust'], channel: 'phone' }),
]);
const missed = answer({ scenario: 'retail/coat', marks: { customer: 3, business: 0 } });
const hit = answer({ scenario: 'retail/toaster' });
const progress = advance(noProgress, [missed, hit]);

describe('Today', () => {
  test('counts what is new and what was missed', () => {
    expect(todayOf(bank, progress, null)).toEqual({ resume: undefined, fresh: 1, mistakes: 1 });
  });
});

describe('Today asks and reminds', () => {
  const base = { id: 'i', kind: 'intention' as const, at: 1, changed: 1, text: 'If …, then …' };
  test('about an intention of an earlier day, once', () => {
    expect(askedOf([{ ...base, day: '2027-01-14' }], '2027-01-15')?.text).toBe('If …, then …');
    expect(askedOf([{ ...base, day: '2027-01-15' }], '2027-01-15')).toBeUndefined();
    expect(askedOf([{ ...base, day: '2027-01-14', used: 'yes' }], '2027-01-15')).toBeUndefined();
  });

  const day = 86_400_000;
  const now = Date.parse('2027-01-15T12:00:00Z');
  test.each([
    [50, undefined, '2027-01-15', true],
    [49, undefined, '2027-01-15', false],
    [1, undefined, '2027-01-01', true],
    [1, undefined, '2027-01-02', false],
    [120, { at: now - day, answers: 70 }, '2026-01-01', true],
    [119, { at: now - day, answers: 70 }, '2026-01-01', false],
    [70, { at: now - 90 * day, answers: 70 }, '2026-01-01', false],
    [0, undefined, undefined, false],
  ])('of a backup after %i answers, the last %o', (answers, backup, first, due) =>
    expect(backupIsDue(answers, backup, first, now)).toBe(due),
  );
});
