import { describe, expect, test } from 'vitest';
import { answer, pack, response, scenario, turn } from '../../domain/pack.fixture';
import { advance, noProgress } from '../../domain/progress';
import { stationsOf, wordingsOf } from './path';

const bank = pack([
  scenario('retail/coat', { title: 'The coat', principles: ['first'], channel: 'in-person' }),
  scenario('retail/toaster', { title: 'The toaster', principles: ['choice', 'first'], channel: 'chat' }),
  scenario('crafts/heating', { title: 'Friday', principles: ['trust'], channel: 'phone' }),
]);
const missed = answer({ scenario: 'retail/coat', marks: { customer: 3, business: 0 } });
const hit = answer({ scenario: 'retail/toaster' });
const progress = advance(noProgress, [missed, hit]);

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

describe('the opening card of a station', () => {
  test('has a good and a bad wording out of a single-turn scene of the principle', () => {
    const told = pack([
      scenario('a/a', { turns: [turn('t', [response('best'), response('hard', 0, 2, { breaks: ['first'] })])] }),
    ]);
    expect(wordingsOf(told, 'first')).toMatchObject({ good: { id: 'best' }, bad: { id: 'hard' } });
    expect(wordingsOf(told, 'trust')).toBeUndefined();
  });
});
