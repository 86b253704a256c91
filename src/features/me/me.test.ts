import { describe, expect, test } from 'vitest';
import { answer, pack, scenario } from '../../domain/pack.fixture';
import { advance, noProgress } from '../../domain/progress';
import { activityWeeks, calibrationWord, driftOf } from './history';
import { directions, leaningByChannel, leanWord } from './leaning';
import { masteryRows } from './mastery';

const bank = pack([
  scenario('retail/coat', { title: 'The coat', principles: ['first'], channel: 'in-person' }),
  scenario('retail/toaster', { title: 'The toaster', principles: ['choice', 'first'], channel: 'chat' }),
  scenario('crafts/heating', { title: 'Friday', principles: ['trust'], channel: 'phone' }),
]);
const missed = answer({ scenario: 'retail/coat', marks: { customer: 3, business: 0 } });
const hit = answer({ scenario: 'retail/toaster' });
const progress = advance(noProgress, [missed, hit]);

describe('Me', () => {
  test('says nothing below four answers, and names both directions', () => {
    const lean = (answers: number, lean: number) => leanWord({ answers, lean, partner: 0, jester: 0, adversary: 0 });
    expect(lean(3, 3)).toBe('few');
    expect([1, 0.5, 0, -0.5, -1].map((value) => lean(4, value))).toEqual([
      'strongJester',
      'jester',
      'even',
      'adversary',
      'strongAdversary',
    ]);
  });

  test('counts by channel', () => {
    expect(leaningByChannel(bank, progress).map(({ key, lean }) => [key, lean.answers])).toEqual([
      ['in-person', 1],
      ['chat', 1],
    ]);
  });
});

describe('Me over time', () => {
  test('the days of twenty weeks end today, the months come in order', () => {
    const weeks = activityWeeks(new Map([['2027-01-15', 6]]), '2027-01-15');
    expect(weeks).toHaveLength(20);
    expect(weeks.at(-1)!.map(({ day }) => day)).toEqual([
      '2027-01-11',
      '2027-01-12',
      '2027-01-13',
      '2027-01-14',
      '2027-01-15',
    ]);
    expect(weeks.at(-1)!.at(-1)).toEqual({ day: '2027-01-15', answers: 6, level: 2 });
    const months = advance(noProgress, [
      answer({ day: '2027-02-01' }),
      answer({ day: '2026-12-31', marks: { customer: 3, business: 1 } }),
    ]);
    expect(driftOf(months)).toEqual([
      { month: '2026-12', lean: 2, answers: 1 },
      { month: '2027-02', lean: 0, answers: 1 },
    ]);
  });

  test.each([
    [{ sureRight: 6, sureWrong: 4, unsureRight: 1, unsureWrong: 1 }, 'over'],
    [{ sureRight: 6, sureWrong: 0, unsureRight: 5, unsureWrong: 1 }, 'under'],
    [{ sureRight: 8, sureWrong: 2, unsureRight: 2, unsureWrong: 3 }, 'fit'],
    [{ sureRight: 5, sureWrong: 3, unsureRight: 2, unsureWrong: 1 }, 'few'],
  ])('%o says %s', (calibration, word) => expect(calibrationWord(calibration)).toBe(word));

  test('names the channels that lean, and says nothing while nothing is known', () => {
    const row = (key: string, word: 'few' | 'jester' | 'strongAdversary' | 'even') => ({
      key,
      word,
      lean: { answers: 4, lean: 0, partner: 0, jester: 0, adversary: 0 },
    });
    expect(directions([row('phone', 'jester'), row('email', 'strongAdversary'), row('chat', 'even')])).toEqual({
      soft: ['phone'],
      hard: ['email'],
    });
    expect(directions([row('phone', 'few')])).toBeUndefined();
  });

  test('mastery stands for every principle, practised or not', () => {
    const card = { stability: 30, difficulty: 5, last: '2027-01-01', due: '2027-01-15', answers: 6, misses: 0 };
    const rows = masteryRows(
      bank,
      new Map([
        ['first', card],
        ['choice', { ...card, answers: 3, due: '2027-02-01' }],
      ]),
      '2027-01-15',
    );
    expect(rows.map(({ band, due, answers }) => [band, due, answers])).toEqual([
      ['firm', 'now', 6],
      ['few', '2027-02-01', 3],
      ['new', undefined, 0],
    ]);
  });
});
