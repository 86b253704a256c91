import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer';
import { dayAt, dayNumber } from './day';
import type { Day } from './ids';
import { type Mark, pointsOf } from './marks';
import { answer } from './pack.fixture';
import { isDue, longestRest, masteryOf, practised, reviewed, type SkillCard, type Skills } from './skills';

const mark = fc.constantFrom<Mark>(0, 1, 2, 3);
/** Four centuries, so that the clock jumps over leap years and over those that are none. */
const day = fc.integer({ min: dayNumber('1970-01-05'), max: dayNumber('2370-01-01') }).map(dayAt);
const anyAnswer = fc
  .record({
    marks: fc.record({ customer: mark, business: mark }),
    confidence: fc.constantFrom('sure' as const, 'unsure' as const),
    day,
    scenario: fc.constantFrom('a/1', 'a/2', 'b/1', 'gone/1'),
  })
  .map((over) => answer(over));
const history = fc.array(anyAnswer, { maxLength: 60 });
const principleOf = (scenario: string) => (scenario.startsWith('gone') ? undefined : scenario[0]);

const right = { marks: { customer: 3, business: 3 } as const, confidence: 'sure' as const };
const wrong = { marks: { customer: 3, business: 0 } as const, confidence: 'sure' as const };
const after = (answers: readonly Parameters<typeof reviewed>[1][]) =>
  answers.reduce<SkillCard | undefined>(reviewed, undefined);
const restOf = (card: SkillCard) => dayNumber(card.due) - dayNumber(card.last);
const later = (day: Day, days: number) => dayAt(dayNumber(day) + days);

describe('a skill card', () => {
  test('stays sound whatever the clock does', () => {
    fc.assert(
      fc.property(history, (answers) => {
        let card: SkillCard | undefined;
        for (const each of answers) {
          card = reviewed(card, each);
          expect(card.last).toBe(each.day);
          expect(card.due > card.last).toBe(true);
          expect(restOf(card)).toBeLessThanOrEqual(longestRest);
          expect(card.stability).toBeGreaterThan(0);
          expect(card.stability).toBeLessThan(Infinity);
          expect(card.difficulty).toBeGreaterThanOrEqual(1);
          expect(card.difficulty).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  test('stays sound through a thousand misses, and through ten years without one', () => {
    const days = Array.from({ length: 1000 }, (_, i) => later('2027-01-01', 4 * i));
    for (const kind of [right, wrong]) {
      const card = after(days.map((day) => ({ ...kind, day })))!;
      expect(card.stability).toBeGreaterThan(0);
      expect(restOf(card)).toBeGreaterThanOrEqual(1);
      expect(restOf(card)).toBeLessThanOrEqual(longestRest);
    }
  });

  test('is due within four days of a miss, within two of one that the person had been sure of', () => {
    fc.assert(
      fc.property(history, anyAnswer, (before, last) => {
        const card = reviewed(after(before), last);
        fc.pre(pointsOf(last.marks) < 3);
        expect(restOf(card)).toBeLessThanOrEqual(last.confidence === 'sure' ? 2 : 4);
      }),
    );
  });

  test('is due within four days of a miss however firm it was', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 36_500, noNaN: true }),
        fc.constantFrom<Mark>(0, 1, 2),
        (stability, business) => {
          const firm = { ...after([{ ...right, day: '2027-01-01' }])!, stability };
          const missed = {
            marks: { customer: 3 as const, business },
            confidence: 'unsure' as const,
            day: '2027-02-01',
          };
          expect(restOf(reviewed(firm, missed))).toBeLessThanOrEqual(4);
        },
      ),
    );
  });

  test('is due on its day, not before', () => {
    fc.assert(
      fc.property(history, anyAnswer, (before, last) => {
        const card = reviewed(after(before), last);
        expect(isDue(card, card.due)).toBe(true);
        expect(isDue(card, later(card.due, -1))).toBe(false);
      }),
    );
  });

  test('gains nothing from being right again on the same day', () => {
    fc.assert(
      fc.property(history, anyAnswer, fc.integer({ min: 1, max: 20 }), (before, last, times) => {
        const once = reviewed(after(before), last);
        let often = once;
        for (let i = 0; i < times; i++) often = reviewed(often, { ...right, day: last.day });
        expect(often.stability).toBeLessThanOrEqual(once.stability);
      }),
    );
  });

  test('gains nothing from being right on a day before the last', () => {
    const card = after([{ ...right, day: '2027-06-01' }])!;
    expect(reviewed(card, { ...right, day: '2027-01-01' }).stability).toBe(card.stability);
  });

  test('is due no earlier the better and the surer the answer was', () => {
    const worstFirst = [
      wrong,
      { ...wrong, confidence: 'unsure' as const },
      { ...right, confidence: 'unsure' as const },
      right,
    ];
    fc.assert(
      fc.property(history, day, (before, day) => {
        const card = after(before);
        const rests = worstFirst.map((each) => restOf(reviewed(card, { ...each, day })));
        expect(rests).toEqual([...rests].sort((a, b) => a - b));
      }),
    );
  });

  test('rests for four days after an unsure miss where it was firm, for two after a sure one', () => {
    const firm = { ...after([{ ...right, day: '2027-01-01' }])!, stability: 36_500 };
    const missed = (confidence: 'sure' | 'unsure') =>
      restOf(reviewed(firm, { marks: { customer: 3, business: 2 }, confidence, day: '2027-02-01' }));
    expect([missed('unsure'), missed('sure')]).toEqual([4, 2]);
  });

  test('holds the better the more points an answer had, and better still where the person had been sure of it', () => {
    const card = after([{ ...right, day: '2027-01-01' }]);
    const stabilities = [
      { marks: { customer: 3, business: 1 }, confidence: 'unsure' } as const,
      { marks: { customer: 3, business: 2 }, confidence: 'unsure' } as const,
      right,
    ].map((each) => reviewed(card, { ...each, day: '2027-01-05' }).stability);
    expect(stabilities).toEqual([...new Set(stabilities)].sort((a, b) => a - b));
    const unsure = reviewed(card, { ...right, confidence: 'unsure', day: '2027-01-05' });
    expect(unsure.stability).toBeLessThan(stabilities[2]!);
  });

  test('rests longer and longer as long as the answers are right, ten days at most after the fourth', () => {
    const cards = [after([{ ...right, day: '2027-01-01' }])!];
    for (let i = 0; i < 20; i++) cards.push(reviewed(cards[i], { ...right, day: cards[i]!.due }));
    const rests = cards.map(restOf);
    expect(rests).toEqual([...rests].sort((a, b) => a - b));
    expect(rests[3]).toBeLessThanOrEqual(10);
    expect(rests[20]).toBeGreaterThan(10);
  });

  test('does not go away for long after one lucky answer', () => {
    const luck = [wrong, wrong, wrong, right].map((each, i) => ({ ...each, day: later('2027-01-01', 4 * i) }));
    expect(restOf(after(luck)!)).toBeLessThanOrEqual(4);
  });

  test('counts answers, and as misses those with fewer than three points', () => {
    fc.assert(
      fc.property(history, (answers) => {
        const card = after(answers);
        expect(card?.answers ?? 0).toBe(answers.length);
        expect(card?.misses ?? 0).toBe(answers.filter(({ marks }) => pointsOf(marks) < 3).length);
      }),
    );
  });
});

describe('a wrong clock', () => {
  test('makes a principle due at once when it is put back, and is healed by the next answer', () => {
    fc.assert(
      fc.property(history, anyAnswer, day, (before, ahead, today) => {
        const card = reviewed(after(before), ahead);
        if (card.last > today) expect(isDue(card, today)).toBe(true);
        const healed = reviewed(card, { ...right, day: today });
        expect(isDue(healed, today)).toBe(false);
        expect(isDue(healed, later(today, longestRest))).toBe(true);
      }),
    );
  });
});

describe('skills', () => {
  test('are the same from all answers at once as one by one', () => {
    fc.assert(
      fc.property(history, (answers) => {
        const oneByOne = answers.reduce<Skills>((skills, each) => practised(skills, [each], principleOf), new Map());
        expect(practised(new Map(), answers, principleOf)).toEqual(oneByOne);
      }),
    );
  });

  test('leave what they were made from untouched', () => {
    fc.assert(
      fc.property(history, history, (before, more) => {
        const skills = practised(new Map(), before, principleOf);
        const copy = structuredClone(skills);
        practised(skills, more, principleOf);
        expect(skills).toEqual(copy);
      }),
    );
  });

  test('count each answer for its own principle, and none for a scene that is gone', () => {
    fc.assert(
      fc.property(history, (answers) => {
        const skills = practised(new Map(), answers, principleOf);
        const count = (id: string) => answers.filter(({ scenario }: Answer) => principleOf(scenario) === id).length;
        expect(skills.get('a')?.answers ?? 0).toBe(count('a'));
        expect(skills.get('b')?.answers ?? 0).toBe(count('b'));
        expect([...skills.keys()].every((id) => id === 'a' || id === 'b')).toBe(true);
      }),
    );
  });
});

describe('mastery', () => {
  const card = after([{ ...right, day: '2027-01-01' }])!;

  test('says nothing below four answers', () => {
    expect(masteryOf(undefined)).toBe('new');
    for (const answers of [1, 2, 3]) expect(masteryOf({ ...card, stability: 100, answers })).toBe('few');
  });

  test.each([
    [0.001, 'shaky'],
    [4.9, 'shaky'],
    [5, 'growing'],
    [20.9, 'growing'],
    [21, 'firm'],
    [36_500, 'firm'],
  ])('of a card that holds for %d days is %s', (stability, band) => {
    expect(masteryOf({ ...card, stability, answers: 4 })).toBe(band);
  });
});
