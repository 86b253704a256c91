import { dayAt, dayNumber, weekOf } from './day';
import type { Day } from './ids';

/** From a day on, so many days of practice a week are the goal. Earlier weeks keep the goal they had. */
export interface WeeklyGoal {
  from: Day;
  /** 1 to 7. */
  days: number;
}

export interface WeekState {
  /** Days with practice in the week of `today`. */
  done: number;
  goal: number;
  /** Weeks in a row in which the goal was met; this week counts from the day it is met. */
  streak: number;
  /** The days of this week with practice, from Monday. */
  days: boolean[];
}

export const usualGoal = 3;

/** The newest goal set in a week or before it, else the usual one; of two from the same day the first in the list. */
function goalOf(goals: readonly WeeklyGoal[], week: Day): number {
  const before = goals.filter((goal) => weekOf(goal.from) <= week);
  return (
    before.reduce<WeeklyGoal | undefined>((best, goal) => (best && best.from >= goal.from ? best : goal), undefined)
      ?.days ?? usualGoal
  );
}

/**
 * How the week stands. Days off are what a goal below seven is for; one week in which something was done, though less
 * than meant, keeps a streak without lengthening it. Only a week without any practice ends it.
 *
 * @param practised every local day with an answer, in any order; days after `today` (a wrong clock) do not count
 * @param goals the newest first, as `notesOf` has them: of two from the same day it holds
 */
export function weekState(practised: Iterable<Day>, goals: readonly WeeklyGoal[], today: Day): WeekState {
  const byWeek = new Map<Day, Set<Day>>();
  for (const day of practised) {
    if (day > today) continue;
    const week = weekOf(day);
    byWeek.set(week, (byWeek.get(week) ?? new Set()).add(day));
  }
  const thisWeek = weekOf(today);
  const monday = dayNumber(thisWeek);
  const done = byWeek.get(thisWeek) ?? new Set<Day>();
  const met = (week: Day) => (byWeek.get(week)?.size ?? 0) >= goalOf(goals, week);
  let streak = met(thisWeek) ? 1 : 0;
  for (let week = previous(thisWeek); byWeek.has(week); week = previous(week)) if (met(week)) streak++;
  return {
    done: done.size,
    goal: goalOf(goals, thisWeek),
    streak,
    days: [0, 1, 2, 3, 4, 5, 6].map((offset) => [...done].some((day) => dayNumber(day) === monday + offset)),
  };
}

const previous = (week: Day): Day => dayAt(dayNumber(week) - 7);
