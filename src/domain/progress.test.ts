import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer';
import type { Mark } from './marks';
import { answer } from './pack.fixture';
import { advance, isMistake, noProgress, pointsOfTrail, trailOf } from './progress';
import { leaningOf, places, sumOf } from './tally';

const mark = fc.constantFrom<Mark>(0, 1, 2, 3);
const answers: fc.Arbitrary<Answer[]> = fc
  .array(
    fc.record({
      scenario: fc.constantFrom('a/a', 'b/b', 'c/c'),
      attempt: fc.constantFrom('x.1', 'y.2'),
      marks: fc.record({ customer: mark, business: mark }),
      confidence: fc.constantFrom('sure' as const, 'unsure' as const),
      day: fc.constantFrom('2027-12-30', '2027-12-31', '2028-01-01'),
      where: fc.constantFrom('practice' as const, 'check' as const),
    }),
  )
  .map((list) => list.map((over) => answer(over)));

describe('progress', () => {
  test('is the same from all answers at once as one by one', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const oneByOne = list.reduce((progress, each) => advance(progress, [each]), noProgress);
        expect(oneByOne).toEqual(advance(noProgress, list));
      }),
    );
  });

  test('agrees with a recount', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const progress = advance(noProgress, list);
        const tally = sumOf([...progress.scenarios.values()].map((each) => each.tally));
        expect(progress.answers).toBe(list.length);
        expect(tally.reduce((a, b) => a + b, 0)).toBe(list.length);
        for (const { marks, count } of places(tally))
          expect(count).toBe(
            list.filter((each) => each.marks.customer === marks.customer && each.marks.business === marks.business)
              .length,
          );
      }),
    );
  });

  test('counts the answers of each day, of each month, and by how sure and how right they were', () => {
    fc.assert(
      fc.property(answers, (list) => {
        const progress = advance(noProgress, list);
        const count = (test: (each: Answer) => boolean) => list.filter(test).length;
        const right = ({ marks }: Answer) => marks.customer === 3 && marks.business === 3;
        const sure = ({ confidence }: Answer) => confidence === 'sure';
        for (const [day, answers] of progress.days) expect(answers).toBe(count((each) => each.day === day));
        expect([...progress.days.keys()].sort()).toEqual([...new Set(list.map(({ day }) => day))].sort());
        for (const [month, tally] of progress.months)
          expect(leaningOf(tally).answers).toBe(count(({ day }) => day.startsWith(`${month}-`)));
        expect(leaningOf(sumOf(progress.months.values())).answers).toBe(list.length);
        expect(progress.calibration).toEqual({
          sureRight: count((each) => sure(each) && right(each)),
          sureWrong: count((each) => sure(each) && !right(each)),
          unsureRight: count((each) => !sure(each) && right(each)),
          unsureWrong: count((each) => !sure(each) && !right(each)),
        });
      }),
    );
  });

  test('knows nothing of a scene that was never met: it has no answers and is no mistake', () => {
    expect(trailOf(noProgress, 'retail/one', 'a.1')).toEqual([]);
    expect(isMistake(noProgress, 'retail/one')).toBe(false);
  });

  test('leaves what it was given untouched', () => {
    const before = advance(noProgress, [answer()]);
    const copy = structuredClone(before);
    advance(before, [answer()]);
    expect(before).toEqual(copy);
  });

  test('keeps the answers of the newest attempt only', () => {
    const first = answer({ attempt: 'a.1' });
    const second = answer({ attempt: 'b.1' });
    const third = answer({ attempt: 'b.1', turn: 'next' });
    const progress = advance(noProgress, [first, second, third]);
    expect(trailOf(progress, 'retail/one', 'b.1')).toEqual([second, third]);
    expect(trailOf(progress, 'retail/one', 'a.1')).toEqual([]);
  });

  test('keeps the answers of a check for good, whatever is practised since', () => {
    const asked = answer({ attempt: 'a.1', where: 'check' });
    const then = answer({ attempt: 'a.1', where: 'check', turn: 'next' });
    const progress = advance(noProgress, [asked, answer({ attempt: 'b.1' }), then, answer({ attempt: 'c.1' })]);
    expect(trailOf(progress, 'retail/one', 'a.1')).toEqual([asked, then]);
    expect(trailOf(progress, 'retail/other', 'a.1')).toEqual([]);
  });

  test('remembers a dialogue by its weakest turn, and forgives with the next attempt', () => {
    const lapse = answer({ attempt: 'a.1', marks: { customer: 3, business: 1 } });
    const best = answer({ attempt: 'a.1' });
    const progress = advance(noProgress, [lapse, best]);
    expect(pointsOfTrail([lapse, best])).toBe(1);
    expect(isMistake(progress, 'retail/one')).toBe(true);
    expect(isMistake(advance(progress, [answer({ attempt: 'b.1' })]), 'retail/one')).toBe(false);
  });
});

describe('what a tally says', () => {
  test('soft and hard answers of the same strength cancel out, absent ones lean nowhere', () => {
    const progress = advance(noProgress, [
      answer({ marks: { customer: 3, business: 0 } }),
      answer({ marks: { customer: 0, business: 3 } }),
      answer({ marks: { customer: 1, business: 1 } }),
      answer({ marks: { customer: 3, business: 3 } }),
    ]);
    const lean = leaningOf(sumOf([...progress.scenarios.values()].map((each) => each.tally)));
    expect(lean).toEqual({ answers: 4, lean: 0, partner: 0.25, jester: 0.25, adversary: 0.25 });
  });

  test('each answer weighs the same, and what leans nowhere does not draw the mean to the middle', () => {
    const times = (count: number, customer: Mark, business: Mark) =>
      Array.from({ length: count }, () => answer({ marks: { customer, business } }));
    const { months } = advance(noProgress, [
      ...times(2, 3, 0),
      ...times(3, 2, 3),
      ...times(1, 3, 3),
      ...times(2, 1, 1),
    ]);
    expect(leaningOf(sumOf(months.values()))).toEqual({
      answers: 8,
      lean: (2 * 3 - 3 * 1) / 6,
      partner: 1 / 8,
      jester: 2 / 8,
      adversary: 3 / 8,
    });
  });

  test('nothing is said of nothing', () => {
    expect(leaningOf(sumOf([]))).toEqual({ answers: 0, lean: 0, partner: 0, jester: 0, adversary: 0 });
  });
});
