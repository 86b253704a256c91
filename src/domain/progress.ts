import type { Answer } from './answer';
import type { AttemptId, Day, ScenarioId } from './ids';
import { type Points, pointsOf } from './marks';
import { counted, emptyTally, type Tally } from './tally';

export interface ScenarioProgress {
  /** All responses ever given in this scenario. */
  tally: Tally;
  /** The answers of the newest attempt, in order. */
  trail: readonly Answer[];
}

/** What is derived from the answers; rebuilt from them at any time. */
export interface Progress {
  answers: number;
  scenarios: ReadonlyMap<ScenarioId, ScenarioProgress>;
  /** The answers of each attempt in a final check, in order: its result stands, whatever is practised since. */
  checks: ReadonlyMap<AttemptId, readonly Answer[]>;
  /** Answers on each local day with practice. */
  days: ReadonlyMap<Day, number>;
  /** All responses of each month, `YYYY-MM`. */
  months: ReadonlyMap<string, Tally>;
  calibration: Calibration;
}

/** How well being sure and being right go together. */
export interface Calibration {
  sureRight: number;
  sureWrong: number;
  unsureRight: number;
  unsureWrong: number;
}

export const noProgress: Progress = {
  answers: 0,
  scenarios: new Map(),
  checks: new Map(),
  days: new Map(),
  months: new Map(),
  calibration: { sureRight: 0, sureWrong: 0, unsureRight: 0, unsureWrong: 0 },
};

type Draft = {
  -readonly [Key in keyof Progress]: Progress[Key] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Progress[Key];
};

function add(draft: Draft, answer: Answer): void {
  const before = draft.scenarios.get(answer.scenario);
  const trail = before?.trail;
  draft.answers++;
  draft.scenarios.set(answer.scenario, {
    tally: counted(before?.tally ?? emptyTally, answer.marks),
    trail: trail?.at(-1)?.attempt === answer.attempt ? [...trail, answer] : [answer],
  });
  if (answer.where === 'check') draft.checks.set(answer.attempt, [...(draft.checks.get(answer.attempt) ?? []), answer]);
  draft.days.set(answer.day, (draft.days.get(answer.day) ?? 0) + 1);
  const month = answer.day.slice(0, 7);
  draft.months.set(month, counted(draft.months.get(month) ?? emptyTally, answer.marks));
  draft.calibration[`${answer.confidence}${pointsOf(answer.marks) === 3 ? 'Right' : 'Wrong'}`]++;
}

/** The one reducer: at the start over all stored answers in the order of their ids, then with each new one. */
export function advance(progress: Progress, answers: readonly Answer[]): Progress {
  const draft: Draft = {
    answers: progress.answers,
    scenarios: new Map(progress.scenarios),
    checks: new Map(progress.checks),
    days: new Map(progress.days),
    months: new Map(progress.months),
    calibration: { ...progress.calibration },
  };
  for (const answer of answers) add(draft, answer);
  return draft;
}

/** The answers of an attempt: known of every one in a final check, else of the newest at its scenario. */
export const trailOf = (progress: Progress, scenario: ScenarioId, attempt: AttemptId): readonly Answer[] => {
  const trail = progress.checks.get(attempt) ?? progress.scenarios.get(scenario)?.trail ?? [];
  return trail.filter((answer) => answer.attempt === attempt && answer.scenario === scenario);
};

/** The lowest points of an attempt: one lapse is what a dialogue is remembered by. */
export const pointsOfTrail = (trail: readonly Answer[]): Points =>
  Math.min(3, ...trail.map((answer) => pointsOf(answer.marks))) as Points;

/** Whether the newest attempt at a scenario missed the partner's place. */
export const isMistake = (progress: Progress, scenario: ScenarioId): boolean =>
  pointsOfTrail(progress.scenarios.get(scenario)?.trail ?? []) < 3;
