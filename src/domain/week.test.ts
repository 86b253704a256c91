import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, dayNumber, weekOf } from './day';
import type { Day } from './ids';
import { type Goal, notesOf } from './note';
import { usualGoal, type WeeklyGoal, weekState } from './week';

/** A Tuesday, so that months, a leap day and the turn of a year lie around it. */
const middle = dayNumber('2028-02-29');
const day = fc.integer({ min: middle - 90, max: middle + 400 }).map(dayAt);
const days = fc.array(day, { maxLength: 120 });
const goal = fc.record({ from: day, days: fc.integer({ min: 1, max: 7 }) });
const goals = fc.array(goal, { maxLength: 4 });
const streakOf = (...args: Parameters<typeof weekState>) => weekState(...args).streak;

/** So many days of practice in the week that begins so many weeks after that of `middle`. */
const practice = (week: number, count: number): Day[] =>
  Array.from({ length: count }, (_, i) => dayAt(dayNumber(weekOf(dayAt(middle))) + 7 * week + i));
const sunday = (week: number): Day => practice(week, 7).at(-1)!;

describe('the week', () => {
  test('counts each day of this week up to today once', () => {
    fc.assert(
      fc.property(days, goals, day, (practised, goals, today) => {
        const state = weekState([...practised, ...practised], goals, today);
        const mine = new Set(practised.filter((day) => weekOf(day) === weekOf(today) && day <= today));
        expect(state.done).toBe(mine.size);
        expect(state.days).toHaveLength(7);
        state.days.forEach((done, i) => expect(done).toBe(mine.has(dayAt(dayNumber(weekOf(today)) + i))));
      }),
    );
  });

  test('has its days in order, Monday first', () => {
    const { days } = weekState(['2026-11-25', '2026-11-22'], [], '2026-11-26');
    expect(days).toEqual([false, false, true, false, false, false, false]);
  });

  test('is the same in whatever order days and goals are given', () => {
    fc.assert(
      fc.property(
        days,
        fc.uniqueArray(goal, { selector: ({ from }) => from, maxLength: 4 }),
        day,
        (days, goals, today) => {
          const reversed = [...goals].reverse();
          expect(weekState([...days].reverse(), reversed, today)).toEqual(weekState(days, goals, today));
        },
      ),
    );
  });

  test('has a goal between one and seven, the usual one where none was set', () => {
    fc.assert(
      fc.property(goals, day, (goals, today) => {
        const state = weekState([], goals, today);
        const set = goals.filter(({ from }) => weekOf(from) <= weekOf(today));
        expect(set.length ? set.map(({ days }) => days) : [usualGoal]).toContain(state.goal);
      }),
    );
  });
});

describe('a streak', () => {
  test('never shrinks by more practice', () => {
    fc.assert(
      fc.property(days, days, goals, day, (before, more, goals, today) => {
        expect(streakOf([...before, ...more], goals, today)).toBeGreaterThanOrEqual(streakOf(before, goals, today));
      }),
      { numRuns: 2000 },
    );
  });

  test('does not know of days after today, which only a clock that was ahead can leave', () => {
    fc.assert(
      fc.property(days, goals, day, (days, goals, today) => {
        const past = days.filter((day) => day <= today);
        expect(weekState(days, goals, today)).toEqual(weekState(past, goals, today));
      }),
    );
  });

  test('lasts from one day to the next, and through a week that is not over', () => {
    fc.assert(
      fc.property(days, goals, day, (days, goals, today) => {
        const past = days.filter((day) => day <= today);
        const tomorrow = dayAt(dayNumber(today) + 1);
        const sameWeek = weekOf(tomorrow) === weekOf(today);
        if (sameWeek) expect(streakOf(past, goals, tomorrow)).toBe(streakOf(past, goals, today));
        else if (past.some((day) => weekOf(day) === weekOf(today)))
          expect(streakOf(past, goals, tomorrow)).toBe(streakOf(past, goals, today));
      }),
    );
  });

  test('is kept, not lengthened, by a week with less than the goal, and ended by one without anything', () => {
    const met = [...practice(-3, 3), ...practice(-2, 3)];
    expect(streakOf([...met, ...practice(-1, 3)], [], sunday(-1))).toBe(3);
    expect(streakOf([...met, ...practice(-1, 1)], [], sunday(-1))).toBe(2);
    expect(streakOf([...practice(-3, 3), ...practice(-2, 1), ...practice(-1, 3)], [], sunday(-1))).toBe(2);
    expect(streakOf([...met, ...practice(0, 3)], [], sunday(0))).toBe(1);
    expect(streakOf(met, [], sunday(0))).toBe(0);
  });

  test('counts this week from the day on which its goal is met', () => {
    const days = [...practice(-1, 3), ...practice(0, 3)];
    expect(days.slice(3).map((today) => streakOf(days, [], today))).toEqual([1, 1, 2]);
  });

  test('grows by at most one a week', () => {
    fc.assert(
      fc.property(days, goals, day, (days, goals, today) => {
        const lastWeek = dayAt(dayNumber(weekOf(today)) - 1);
        expect(streakOf(days, goals, today)).toBeLessThanOrEqual(streakOf(days, goals, lastWeek) + 1);
      }),
    );
  });
});

describe('another goal', () => {
  const earlier: WeeklyGoal = { from: dayAt(middle - 90), days: 2 };

  test('leaves the weeks before as they were', () => {
    fc.assert(
      fc.property(days, goals, goal, (days, goals, added) => {
        const lastWeek = dayAt(dayNumber(weekOf(added.from)) - 1);
        const [before, after] = [
          [earlier, ...goals],
          [earlier, ...goals, added],
        ];
        expect(weekState(days, after, lastWeek)).toEqual(weekState(days, before, lastWeek));
      }),
    );
  });

  test('never makes a streak shrink by being lower', () => {
    fc.assert(
      fc.property(days, goal, day, (days, { from, days: target }, today) => {
        const lower = { from, days: Math.max(1, target - 1) };
        const same = { from, days: target };
        expect(streakOf(days, [earlier, lower], today)).toBeGreaterThanOrEqual(streakOf(days, [earlier, same], today));
      }),
    );
  });

  test('holds from the week in which it is set, the later of two in one week', () => {
    const [monday, tuesday] = practice(0, 2) as [Day, Day];
    const goals = [{ from: monday, days: 4 }, { from: tuesday, days: 5 }, earlier];
    expect(weekState([], goals, monday).goal).toBe(5);
    expect(weekState([], goals, sunday(-1)).goal).toBe(2);
    expect(weekState([], [{ from: tuesday, days: 6 }, ...goals], monday).goal).toBe(6);
  });

  test('set on the same day takes the place of the one before, however many they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 }), (chosen) => {
        const notes = chosen.map((days, n): Goal => ({
          ...{ id: `g${String(n).padStart(2, '0')}`, kind: 'goal', from: dayAt(middle), days },
          ...{ at: middle + (n >> 1), changed: middle },
        }));
        expect(weekState([], notesOf(notes, 'goal'), dayAt(middle)).goal).toBe(chosen.at(-1));
      }),
    );
  });

  test('leaves the weeks before as they were, though it is the first one set', () => {
    const days = [...practice(-2, 3), ...practice(-1, 3)];
    const before = weekState(days, [], sunday(-1));
    const raised = [{ from: practice(0, 1)[0]!, days: 5 }];
    expect(weekState(days, raised, sunday(-1))).toEqual(before);
  });
});
