import { describe, expect, test } from 'vitest';
import { answer, pack, response, scenario, turn } from '../../domain/pack.fixture';
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

  test('goes on where the round stands, and not when it is over or of another pack', () => {
    const scenes = [missed, answer({ scenario: 'crafts/heating' })].map((each) => ({
      scenario: each.scenario,
      attempt: each.attempt,
    }));
    expect(todayOf(bank, progress, { pack: 'test', scenes }).resume).toEqual({ scene: 2, of: 2 });
    expect(todayOf(bank, progress, { pack: 'test', scenes: scenes.slice(0, 1) }).resume).toBeUndefined();
    expect(todayOf(bank, progress, { pack: 'other', scenes }).resume).toBeUndefined();
  });

  test('a dialogue left in the middle is where the round stands', () => {
    const talk = scenario('it/talk', {
      turns: [turn('start', [response('best', 3, 3, { next: 'end' })]), turn('end')],
    });
    const begun = answer({ scenario: 'it/talk' });
    const round = { pack: 'test', scenes: [{ scenario: 'it/talk', attempt: begun.attempt }] };
    expect(todayOf(pack([talk]), advance(noProgress, [begun]), round).resume).toEqual({ scene: 1, of: 1 });
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
