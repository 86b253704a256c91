import type { Answer } from './answer';
import type { AttemptId, ScenarioId } from './ids';
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
}

export const noProgress: Progress = { answers: 0, scenarios: new Map() };

function add(scenarios: Map<ScenarioId, ScenarioProgress>, answer: Answer): void {
  const before = scenarios.get(answer.scenario);
  const trail = before?.trail ?? [];
  scenarios.set(answer.scenario, {
    tally: counted(before?.tally ?? emptyTally, answer.marks),
    trail: trail.at(-1)?.attempt === answer.attempt ? [...trail, answer] : [answer],
  });
}

/** The one reducer: at the start over all stored answers in the order of their ids, then with each new one. */
export function advance(progress: Progress, answers: readonly Answer[]): Progress {
  const scenarios = new Map(progress.scenarios);
  for (const answer of answers) add(scenarios, answer);
  return { answers: progress.answers + answers.length, scenarios };
}

export const trailOf = (progress: Progress, scenario: ScenarioId, attempt: AttemptId): readonly Answer[] => {
  const trail = progress.scenarios.get(scenario)?.trail ?? [];
  return trail[0]?.attempt === attempt ? trail : [];
};

/** The lowest points of an attempt: one lapse is what a dialogue is remembered by. */
export const pointsOfTrail = (trail: readonly Answer[]): Points =>
  Math.min(3, ...trail.map((answer) => pointsOf(answer.marks))) as Points;

/** Whether the newest attempt at a scenario missed the partner's place. */
export const isMistake = (progress: Progress, scenario: ScenarioId): boolean =>
  pointsOfTrail(progress.scenarios.get(scenario)?.trail ?? []) < 3;
