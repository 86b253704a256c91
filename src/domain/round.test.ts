import { expect, test } from 'vitest';
import { answer, pack, response, scenario, turn } from './pack.fixture';
import { advance, noProgress } from './progress';
import { standOf } from './round';

const bank = pack([scenario('retail/coat'), scenario('crafts/heating')]);
const given = answer({ scenario: 'retail/coat' });
const progress = advance(noProgress, [given]);

test('a round stands at its first scene that is not answered, and not when it is over or of another pack', () => {
  const scenes = [given, answer({ scenario: 'crafts/heating' })].map((each) => ({
    scenario: each.scenario,
    attempt: each.attempt,
  }));
  expect(standOf(bank, progress, { pack: 'test', scenes })).toEqual({ scene: 2, of: 2 });
  expect(standOf(bank, progress, { pack: 'test', scenes: scenes.toReversed() })).toEqual({ scene: 1, of: 2 });
  expect(standOf(bank, progress, { pack: 'test', scenes: scenes.slice(0, 1) })).toBeUndefined();
  expect(standOf(bank, progress, { pack: 'other', scenes })).toBeUndefined();
  expect(standOf(bank, progress, null)).toBeUndefined();
});

test('a scene that the pack no longer has is passed over', () => {
  const scenes = [
    { scenario: 'gone/away', attempt: 'a.0' },
    { scenario: 'crafts/heating', attempt: 'b.0' },
  ];
  expect(standOf(bank, progress, { pack: 'test', scenes })).toEqual({ scene: 2, of: 2 });
});

test('a dialogue left in the middle is where the round stands', () => {
  const talk = scenario('it/talk', {
    turns: [turn('start', [response('best', 3, 3, { next: 'end' })]), turn('end')],
  });
  const begun = answer({ scenario: 'it/talk' });
  const round = { pack: 'test', scenes: [{ scenario: 'it/talk', attempt: begun.attempt }] };
  expect(standOf(pack([talk]), advance(noProgress, [begun]), round)).toEqual({ scene: 1, of: 1 });
});
