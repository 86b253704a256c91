import { describe, expect, test } from 'vitest';
import { indexOf } from '../content/search';
import { answer, pack, response, scenario, turn } from '../domain/pack.fixture';
import { advance, noProgress } from '../domain/progress';
import { filtered, filteredMoments, filterOf, hashOf, stateOf } from './library/filter';
import { activityWeeks, calibrationWord, driftOf } from './me/history';
import { directions, leaningByChannel, leanWord } from './me/leaning';
import { masteryRows } from './me/mastery';
import { stationsOf, wordingsOf } from './path/path';
import { summaryOf } from './practice/summary';
import { askedOf, backupIsDue, todayOf } from './today/today';

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

describe('Path', () => {
  test('leads to the first station that is not finished', () => {
    const { stations, next } = stationsOf(bank, progress);
    expect(stations.map(({ principle, scenes, tried }) => [principle.id, scenes, tried])).toEqual([
      ['first', 1, 1],
      ['choice', 1, 1],
      ['trust', 1, 0],
    ]);
    expect(next?.principle.id).toBe('trust');
  });
});

describe('Library', () => {
  const index = indexOf(bank);
  const none = filterOf(new URLSearchParams());
  const ids = (over: object) =>
    filtered(bank, index, { ...none, ...over }, progress, (id) => id === 'crafts/heating').map(({ id }) => id);

  test('shows everything without a filter', () => expect(ids({})).toHaveLength(3));
  test.each([
    [{ words: 'toaster' }, ['retail/toaster']],
    [{ principle: 'first' }, ['retail/coat', 'retail/toaster']],
    [{ channel: 'phone' }, ['crafts/heating']],
    [{ industry: 'retail', words: 'coat' }, ['retail/coat']],
    [{ show: 'mistakes' }, ['retail/coat']],
    [{ show: 'untried' }, ['crafts/heating']],
    [{ show: 'bookmarks' }, ['crafts/heating']],
    [{ show: 'mistakes', channel: 'phone' }, []],
  ])('%o finds %o', (over, expected) => expect(ids(over)).toEqual(expected));

  test('an address holds the filter and gives it back', () => {
    const filter = { words: 'a & b', principle: 'first', channel: 'phone', industry: '', show: 'untried' };
    expect(filterOf(new URLSearchParams(hashOf(filter).split('?')[1]))).toEqual(filter);
    expect(hashOf(none)).toBe('#/library');
  });

  test('knows the state of a scene', () => {
    expect(bank.scenarios.map(({ id }) => stateOf(progress, id))).toEqual(['missed', 'hit', 'untried']);
  });
});

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

describe('the summary of a round', () => {
  const answers = (...marks: [0 | 1 | 2 | 3, 0 | 1 | 2 | 3][]) =>
    marks.map(([customer, business]) => answer({ marks: { customer, business } }));

  test.each([
    [answers([3, 0], [3, 1], [3, 3], [3, 3]), 'jester'],
    [answers([0, 3], [1, 2], [3, 3], [1, 3]), 'adversary'],
    [answers([3, 0], [0, 3], [3, 3], [3, 3]), 'even'],
    [answers([3, 3], [3, 3], [3, 3], [3, 3]), 'partner'],
    [answers([3, 0], [3, 0], [3, 0]), undefined],
  ])('says the direction', (list, direction) => expect(summaryOf(list).direction).toBe(direction));
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

describe('the opening card of a station', () => {
  test('has a good and a bad wording out of a single-turn scene of the principle', () => {
    const told = pack([
      scenario('a/a', { turns: [turn('t', [response('best'), response('hard', 0, 2, { breaks: ['first'] })])] }),
    ]);
    expect(wordingsOf(told, 'first')).toMatchObject({ good: { id: 'best' }, bad: { id: 'hard' } });
    expect(wordingsOf(told, 'trust')).toBeUndefined();
  });
});

describe('own moments', () => {
  const moment = {
    id: 'm',
    kind: 'moment' as const,
    at: 1,
    changed: 1,
    day: '2027-01-15',
    channel: 'phone' as const,
    principle: 'first',
    text: 'Herr Müller rief an',
    marks: { customer: 2, business: 2 } as const,
    next: '',
  };
  const found = (over: object) => filteredMoments([moment], { ...filterOf(new URLSearchParams()), ...over }).length;
  test.each([
    [{}, 1],
    [{ words: 'mueller' }, 1],
    [{ words: 'Meier' }, 0],
    [{ channel: 'email' }, 0],
    [{ show: 'moments' }, 1],
    [{ show: 'mistakes' }, 0],
    [{ industry: 'retail' }, 0],
  ])('%o finds %i', (over, count) => expect(found(over)).toBe(count));
});
