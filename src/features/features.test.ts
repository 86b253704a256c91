import { describe, expect, test } from 'vitest';
import { indexOf } from '../content/search';
import { answer, pack, response, scenario, turn } from '../domain/pack.fixture';
import { advance, noProgress } from '../domain/progress';
import { filtered, filterOf, hashOf, stateOf } from './library/filter';
import { leaningByChannel, leanWord } from './me/leaning';
import { stationsOf } from './path/path';
import { summaryOf } from './practice/summary';
import { todayOf } from './today/today';

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
