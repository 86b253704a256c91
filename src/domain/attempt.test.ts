import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptId, currentTurn, orderOf, turnsLeft } from './attempt';
import { answer, response, scenario, turn } from './pack.fixture';

const dialogue = scenario('retail/talk', {
  turns: [
    turn('start', [
      response('best', 3, 3, { next: 'end' }),
      response('soft', 2, 0, { next: 'mend' }),
      response('hard', 0, 2),
    ]),
    turn('mend', [response('best', 3, 3, { next: 'end' }), response('soft', 3, 0), response('hard', 0, 2)]),
    turn('end'),
  ],
});

describe('an attempt', () => {
  test('shows the responses in the same order whenever it is taken up again', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (id, seed) => {
        const ids = orderOf(attemptId(id, seed), turn('start')).map((each) => each.id);
        expect(orderOf(attemptId(id, seed), turn('start')).map((each) => each.id)).toEqual(ids);
        expect([...ids].sort()).toEqual(['best', 'hard', 'soft']);
      }),
    );
  });

  test('shuffles: over many attempts every response stands in every place about equally often', () => {
    const firsts = { best: 0, soft: 0, hard: 0 };
    for (let seed = 0; seed < 3000; seed++)
      firsts[orderOf(attemptId('x', seed * 7919), turn('start'))[0]!.id as keyof typeof firsts]++;
    for (const count of Object.values(firsts)) expect(count).toBeGreaterThan(850);
  });

  test('begins with the first turn and follows the responses', () => {
    expect(currentTurn(dialogue, [])?.id).toBe('start');
    expect(currentTurn(dialogue, [answer({ turn: 'start', response: 'soft' })])?.id).toBe('mend');
    const trail = [answer({ turn: 'start', response: 'soft' }), answer({ turn: 'mend', response: 'best' })];
    expect(currentTurn(dialogue, trail)?.id).toBe('end');
  });

  test('ends with a response that leads nowhere, and with one that a later edition no longer knows', () => {
    expect(currentTurn(dialogue, [answer({ turn: 'start', response: 'hard' })])).toBeUndefined();
    expect(currentTurn(dialogue, [answer({ turn: 'start', response: 'gone' })])).toBeUndefined();
    expect(currentTurn(dialogue, [answer({ turn: 'gone', response: 'best' })])).toBeUndefined();
  });

  test('counts the longest way that is left', () => {
    expect(turnsLeft(dialogue, dialogue.turns[0]!)).toBe(3);
    expect(turnsLeft(dialogue, dialogue.turns[2]!)).toBe(1);
  });
});
