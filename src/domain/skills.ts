import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Answer } from './answer';
import { dayAt, dayNumber } from './day';
import type { Day, PrincipleId, ScenarioId } from './ids';
import { type Points, pointsOf } from './marks';

/** The memory state of one principle. Skills are scheduled, scenes are drawn fresh. */
export interface SkillCard {
  /** Days until the chance to act by the principle has fallen to nine in ten (FSRS). */
  stability: number;
  /** 1 to 10 (FSRS). */
  difficulty: number;
  last: Day;
  due: Day;
  answers: number;
  /** Answers with fewer than three points. */
  misses: number;
}

export type Skills = ReadonlyMap<PrincipleId, SkillCard>;

/** Which principle a scenario practises; `undefined` where the pack no longer knows it. */
export type PrincipleOf = (scenario: ScenarioId) => PrincipleId | undefined;

const memory = new FSRSAlgorithm(generatorParameters({ request_retention: 0.9, enable_short_term: false }));

/** FSRS grades. */
const again = 1;
const hard = 2;
const good = 3;

/** No principle is left alone for longer than this, in days. */
export const longestRest = 21;
/** What was missed, by fewer than three points, comes back within so many days; sooner where the person had been sure. */
const afterMiss = 4;
const afterSureMiss = 2;

/**
 * Days until a principle of that stability is due: 2 at one day, 4 at eight, 6 at a month. Not FSRS's own intervals, which
 * are for cards that are known or not: here one can be right by luck, and a lucky answer would send a principle away for
 * weeks while the weak ones fill every round (`npm run bench -- --only=learners`).
 */
const restOf = (stability: number): number => Math.max(1, Math.round(2 * Math.cbrt(stability)));

function gradeOf(points: Points, sure: boolean): number {
  if (points === 3) return sure ? good : hard;
  return points === 2 ? hard : again;
}

/**
 * The card after one more answer. An answer on the day of the last one changes little, one from before it (the clock was
 * put back) counts as of the same day, so that no interval is ever negative and a wrong clock heals.
 */
export function reviewed(card: SkillCard | undefined, answer: Pick<Answer, 'marks' | 'confidence' | 'day'>): SkillCard {
  const points = pointsOf(answer.marks);
  const sure = answer.confidence === 'sure';
  const day = dayNumber(answer.day);
  const elapsed = card ? Math.max(0, day - dayNumber(card.last)) : 0;
  const state = memory.next_state(card ?? null, elapsed, gradeOf(points, sure));
  const limit = points === 3 ? longestRest : sure ? afterSureMiss : afterMiss;
  return {
    stability: state.stability,
    difficulty: state.difficulty,
    last: answer.day,
    due: dayAt(day + Math.min(limit, restOf(state.stability))),
    answers: (card?.answers ?? 0) + 1,
    misses: (card?.misses ?? 0) + (points < 3 ? 1 : 0),
  };
}

/** The one reducer of skills: at the start over all answers, then with each new one. */
export function practised(skills: Skills, answers: readonly Answer[], principleOf: PrincipleOf): Skills {
  const next = new Map(skills);
  for (const answer of answers) {
    const principle = principleOf(answer.scenario);
    if (principle !== undefined) next.set(principle, reviewed(next.get(principle), answer));
  }
  return next;
}

/** Due today or earlier; also where the last answer lies in the future, which only a wrong clock can do. */
export const isDue = (card: SkillCard, today: Day): boolean => card.due <= today || card.last > today;

export const masteryBands = ['new', 'few', 'shaky', 'growing', 'firm'] as const;
/** `few`: too few answers to say anything. */
export type MasteryBand = (typeof masteryBands)[number];

/** From this many answers on, a band is said. */
const enough = 4;

/** How firmly a principle sits, by how long it is expected to hold: under five days, under three weeks, longer. */
export function masteryOf(card: SkillCard | undefined): MasteryBand {
  if (!card) return 'new';
  if (card.answers < enough) return 'few';
  if (card.stability < 5) return 'shaky';
  return card.stability < 21 ? 'growing' : 'firm';
}
