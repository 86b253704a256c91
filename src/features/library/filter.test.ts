import { describe, expect, test } from 'vitest';
import { indexOf } from '../../content/search';
import { answer, pack, scenario } from '../../domain/pack.fixture';
import { advance, noProgress } from '../../domain/progress';
import { filtered, filteredMoments, filterOf, hashOf, stateOf } from './filter';

const bank = pack([
  scenario('retail/coat', { title: 'The coat', principles: ['first'], channel: 'in-person' }),
  scenario('retail/toaster', { title: 'The toaster', principles: ['choice', 'first'], channel: 'chat' }),
  scenario('crafts/heating', { title: 'Friday', principles: ['trust'], channel: 'phone' }),
]);
const missed = answer({ scenario: 'retail/coat', marks: { customer: 3, business: 0 } });
const hit = answer({ scenario: 'retail/toaster' });
const progress = advance(noProgress, [missed, hit]);

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
