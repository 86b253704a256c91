import { dayAt, dayNumber, weekOf } from '../../domain/day';
import type { Day } from '../../domain/ids';
import type { Calibration, Progress } from '../../domain/progress';
import { leaningOf } from '../../domain/tally';

export interface MonthLean {
  /** `YYYY-MM`. */
  month: string;
  /** −3 to 3. */
  lean: number;
  answers: number;
}

/** The mean leaning of each of the last twelve months with answers, the oldest first. */
export const driftOf = (progress: Progress): MonthLean[] =>
  [...progress.months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-12)
    .map(([month, tally]) => {
      const { lean, answers } = leaningOf(tally);
      return { month, lean, answers };
    });

export interface ActivityDay {
  day: Day;
  answers: number;
  /** 0 none, 1 to 3 by how much was done. */
  level: 0 | 1 | 2 | 3;
}

/** The last weeks from Monday to Sunday, the newest last; days to come are left out. */
export function activityWeeks(days: Progress['days'], today: Day, weeks = 20): ActivityDay[][] {
  const first = dayNumber(weekOf(today)) - 7 * (weeks - 1);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, offset) => dayAt(first + 7 * week + offset))
      .filter((day) => day <= today)
      .map((day) => {
        const answers = days.get(day) ?? 0;
        return { day, answers, level: answers === 0 ? 0 : answers < 5 ? 1 : answers < 11 ? 2 : 3 };
      }),
  );
}

/**
 * What being sure says: `over` where a third or more of the sure answers missed, `under` where three quarters or more of
 * the unsure ones hit; `few` below twelve answers.
 */
export function calibrationWord({
  sureRight,
  sureWrong,
  unsureRight,
  unsureWrong,
}: Calibration): 'over' | 'under' | 'fit' | 'few' {
  const sure = sureRight + sureWrong;
  const unsure = unsureRight + unsureWrong;
  if (sure + unsure < 12) return 'few';
  if (sure >= 4 && sureWrong / sure >= 1 / 3) return 'over';
  return unsure >= 4 && unsureRight / unsure >= 3 / 4 ? 'under' : 'fit';
}
