import { describe, expect, test } from 'vitest';
import { peoples } from './people';
import { scales } from './scales';
import { simulate } from './simulate';
import { difference, estimate, verdict } from './stats';
import { traces } from './traces';
import { twoStrengths } from './two-strengths';

const trait = { start: -0.7, learning: 1, forgetting: 1 };

describe.each([twoStrengths, traces, scales])('$name', (model) => {
  const after = (days: readonly number[], on: number) => {
    const memory = model.memoryOf(trait);
    for (const day of days) memory.practise(day, 0.5, true);
    return memory.abilityOn(on);
  };

  test('starts where the trait says, and stays there without practice', () => {
    expect(after([], 0)).toBeCloseTo(trait.start);
    expect(after([], 90)).toBeCloseTo(trait.start);
  });

  test('learns by practice and forgets without, never below the start', () => {
    expect(after([0], 1)).toBeGreaterThan(trait.start);
    expect(after([0, 3], 4)).toBeGreaterThan(after([0], 4));
    expect(after([0, 3], 30)).toBeLessThan(after([0, 3], 4));
    expect(after([0, 3], 3000)).toBeGreaterThanOrEqual(trait.start);
  });

  test('holds longer what was practised at intervals than what was crammed', () => {
    expect(after([0, 4, 8, 12, 16], 60)).toBeGreaterThan(after([15, 15, 16, 16, 16], 60));
  });

  test('forgets the sooner, the more forgetful the person is', () => {
    const forgetful = model.memoryOf({ ...trait, forgetting: 2 });
    forgetful.practise(0, 0.5, true);
    expect(forgetful.abilityOn(20)).toBeLessThan(after([0], 20));
  });
});

describe('a simulated learner', () => {
  test('is the same for the same seed, and another for another', () => {
    const once = simulate(1, 'random', peoples[0], twoStrengths);
    expect(simulate(1, 'random', peoples[0], twoStrengths)).toEqual(once);
    expect(simulate(2, 'random', peoples[0], twoStrengths)).not.toEqual(once);
  });

  test('has the calendar of the seed, however the scenes are chosen', () => {
    const [due, inTurn] = (['due', 'in turn'] as const).map((way) => simulate(3, way, peoples[0], scales));
    expect(due!.rounds).toEqual(inTurn!.rounds);
    expect(due!.answers).toBe(due!.rounds.length * 5);
  });

  test('does rounds of the lengths asked for', () => {
    expect(simulate(3, 'in turn', peoples[0], scales, [2, 0, 4]).answers).toBe(6);
  });
});

describe('estimates', () => {
  test('agree with values worked out by hand', () => {
    expect(estimate([1, 2, 3, 4]).mean).toBe(2.5);
    expect(estimate([1, 2, 3, 4]).half).toBeCloseTo((1.96 * Math.sqrt(5 / 3)) / 2);
    expect(difference([3, 4], [1, 2])).toEqual({ mean: 2, half: 0 });
  });

  test('call better or worse only what leaves zero out', () => {
    expect(verdict({ mean: 2, half: 1 })).toBe('better');
    expect(verdict({ mean: -2, half: 1 })).toBe('worse');
    expect(verdict({ mean: 2, half: 2 })).toBe('alike');
  });
});
