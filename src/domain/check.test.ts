import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawCheck, percentOf, resultOf } from './check';
import { type Mark, pointsOf } from './marks';
import type { Pack } from './pack';
import { answer, bank, turn } from './pack.fixture';
import { seeded } from './random';

/** A bank whose principles have unlike numbers of scenes, some of them dialogues, and a blueprint that may be too much. */
const anyPack: fc.Arbitrary<Pack> = fc
  .record({
    principles: fc.integer({ min: 1, max: 12 }),
    perPrinciple: fc.integer({ min: 1, max: 4 }),
    seed: fc.nat(),
  })
  .map(({ principles, perPrinciple, seed }) => {
    const random = seeded(seed);
    const whole = bank(principles, 6, { check: { passMark: 0.7, perPrinciple } });
    const scenarios = whole.scenarios
      .filter(() => random() < 0.6)
      .map((scenario) => (random() < 0.3 ? { ...scenario, turns: [turn('start'), turn('next')] } : scenario));
    return { ...whole, scenarios };
  });
const anyUsed = (pack: Pack, seed: number) => {
  const random = seeded(seed + 1);
  return new Set(pack.scenarios.filter(() => random() < 0.4).map(({ id }) => id));
};
const of = (pack: Pack, principle: string) => pack.scenarios.filter(({ principles }) => principles[0] === principle);

describe('a final check', () => {
  test('has of each principle as many scenes as asked for, or all that there are, none twice', () => {
    fc.assert(
      fc.property(anyPack, fc.nat(), (pack, seed) => {
        const drawn = drawCheck(pack, anyUsed(pack, seed), seeded(seed));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const id of pack.path)
          expect(drawn.filter(({ principles }) => principles[0] === id).length).toBe(
            Math.min(pack.check.perPrinciple, of(pack, id).length),
          );
        expect(drawn.every(({ principles }) => pack.path.includes(principles[0]!))).toBe(true);
      }),
    );
  });

  test('takes a scene of an earlier try only where no other is left, and a dialogue only after single turns', () => {
    fc.assert(
      fc.property(anyPack, fc.nat(), (pack, seed) => {
        const used = anyUsed(pack, seed);
        const drawn = new Set(drawCheck(pack, used, seeded(seed)));
        const rank = (scenario: Pack['scenarios'][number]) =>
          (used.has(scenario.id) ? 2 : 0) + (scenario.turns.length > 1 ? 1 : 0);
        for (const id of pack.path) {
          const [taken, left] = [true, false].map((wanted) =>
            of(pack, id)
              .filter((scenario) => drawn.has(scenario) === wanted)
              .map(rank),
          );
          expect(Math.max(-1, ...taken!)).toBeLessThanOrEqual(Math.min(4, ...left!));
        }
      }),
    );
  });

  test('is another one at the second try, as long as there are enough scenes', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const pack = bank(12, 6, { check: { passMark: 0.7, perPrinciple: 3 } });
        const first = drawCheck(pack, new Set(), seeded(seed)).map(({ id }) => id);
        const second = drawCheck(pack, new Set(first), seeded(seed)).map(({ id }) => id);
        expect(second.filter((id) => first.includes(id))).toEqual([]);
      }),
    );
  });

  test('has all channels of an even bank', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const drawn = drawCheck(bank(12, 7), new Set(), seeded(seed));
        expect(new Set(drawn.map(({ channel }) => channel)).size).toBe(7);
      }),
    );
  });

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(anyPack, fc.nat(), (pack, seed) => {
        expect(drawCheck(pack, new Set(), seeded(seed))).toEqual(drawCheck(pack, new Set(), seeded(seed)));
      }),
    );
  });

  test('never asks for the same principle twice in a row where that can be helped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (principles, seed) => {
        const drawn = drawCheck(bank(principles, 3), new Set(), seeded(seed));
        drawn.slice(1).forEach((scenario, i) => expect(scenario.principles[0]).not.toBe(drawn[i]!.principles[0]));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('the result of a check', () => {
  const pack = bank(4, 3);
  const mark = fc.constantFrom<Mark>(0, 1, 2, 3);
  const answers = fc.array(
    fc
      .record({
        scenario: fc.constantFrom('gone/1', ...pack.scenarios.map(({ id }) => id)),
        marks: fc.record({ customer: mark, business: mark }),
      })
      .map((over) => answer(over)),
  );

  test('agrees with a recount', () => {
    fc.assert(
      fc.property(answers, (answers) => {
        const { points, most, principles } = resultOf(pack, answers);
        const sum = (list: typeof answers) => list.reduce((total, { marks }) => total + pointsOf(marks), 0);
        expect(points).toBe(sum(answers));
        expect(most).toBe(answers.length * 3);
        const known = pack.path.filter((id) => answers.some(({ scenario }) => scenario.startsWith(`${id}/`)));
        expect(principles.map(({ principle }) => principle).sort()).toEqual(known);
        for (const { principle, share } of principles) {
          const own = answers.filter(({ scenario }) => scenario.startsWith(`${principle}/`));
          expect(share).toBeCloseTo(sum(own) / (3 * own.length));
        }
        expect(principles.map(({ share }) => share)).toEqual(
          principles.map(({ share }) => share).sort((a, b) => a - b),
        );
      }),
    );
  });

  const passes = (percent: number, count: number, points: number) => {
    const marks = (left: number): Mark => Math.max(0, Math.min(3, left)) as Mark;
    const given = Array.from({ length: count }, (_, i) =>
      answer({ scenario: 'p1/1', marks: { customer: 3, business: marks(points - 3 * i) } }),
    );
    return resultOf({ ...pack, check: { passMark: percent / 100, perPrinciple: 2 } }, given).passed;
  };

  test('is a pass from exactly the pass mark on, at any mark in steps of five', () => {
    for (let percent = 0; percent <= 100; percent += 5)
      for (const count of [1, 10, 12, 20, 24, 36, 48])
        for (let points = 0; points <= 3 * count; points++)
          expect([percent, count, points, passes(percent, count, points)]).toEqual([
            percent,
            count,
            points,
            points * 100 >= percent * 3 * count,
          ]);
  });

  // 0.56 · 75 is a little more than 42.
  test('is a pass from exactly the pass mark on, at any whole per cent', () => {
    expect(passes(56, 25, 42)).toBe(true);
  });

  // 65 of 93 stood as 70 % beside "not passed".
  test('is shown with the pass mark in per cent only where it is a pass', () => {
    for (let percent = 0; percent <= 100; percent++)
      for (let points = 0; points <= 93; points++)
        expect([percent, points, percentOf(points / 93) >= percent]).toEqual([
          percent,
          points,
          points * 100 >= percent * 93,
        ]);
    for (let percent = 0; percent <= 100; percent++) expect(percentOf(percent / 100)).toBe(percent);
  });

  test('of no answers is no pass', () => {
    expect(resultOf(pack, [])).toEqual({ points: 0, most: 0, passed: false, principles: [] });
  });
});
