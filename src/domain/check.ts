import type { Answer } from './answer';
import type { PrincipleId, ScenarioId } from './ids';
import { pointsOf } from './marks';
import type { Channel, Pack, Scenario } from './pack';
import { type Random, shuffled } from './random';

/**
 * The scenes of a final check: of each principle as many as the blueprint asks for, single-turn ones before dialogues,
 * those of an earlier try last, channels mixed as evenly as the bank allows. In an order in which no principle follows
 * itself where that can be helped.
 */
export function drawCheck(pack: Pack, used: ReadonlySet<ScenarioId>, random: Random): Scenario[] {
  const channels = new Map<Channel, number>();
  const drawn: Scenario[] = [];
  for (const principle of shuffled(pack.path, random)) {
    const pool = shuffled(
      pack.scenarios.filter((scenario) => scenario.principles[0] === principle),
      random,
    );
    const cost = (scenario: Scenario) =>
      (used.has(scenario.id) ? 1000 : 0) +
      (scenario.turns.length > 1 ? 100 : 0) +
      (channels.get(scenario.channel) ?? 0);
    for (let n = 0; n < pack.check.perPrinciple && pool.length; n++) {
      const next = pool.reduce((best, scenario) => (cost(scenario) < cost(best) ? scenario : best));
      pool.splice(pool.indexOf(next), 1);
      channels.set(next.channel, (channels.get(next.channel) ?? 0) + 1);
      drawn.push(next);
    }
  }
  return spread(shuffled(drawn, random));
}

/** An order in which no principle follows itself where that can be helped: next is one that has the most scenes left. */
function spread(scenes: readonly Scenario[]): Scenario[] {
  const rest = [...scenes];
  const result: Scenario[] = [];
  const left = (scenario: Scenario) => rest.filter((other) => other.principles[0] === scenario.principles[0]).length;
  while (rest.length) {
    const last = result.at(-1)?.principles[0];
    const others = rest.filter((scenario) => scenario.principles[0] !== last);
    const next = (others.length ? others : rest).reduce((best, scenario) =>
      left(scenario) > left(best) ? scenario : best,
    );
    rest.splice(rest.indexOf(next), 1);
    result.push(next);
  }
  return result;
}

export interface CheckResult {
  /** Points reached, and the most that the answers given could have brought. */
  points: number;
  most: number;
  passed: boolean;
  /** Weakest first: share of points, 0 to 1. */
  principles: { principle: PrincipleId; share: number }[];
}

/** A share of 0 to 1 in whole per cent, rounded down: what misses the pass mark must not look like it. */
export const percentOf = (share: number): number =>
  // 0.29 · 100 is a little less than 29.
  Math.floor(share * 100 + 1e-9);

/** @param answers those of one finished check */
export function resultOf(pack: Pack, answers: readonly Answer[]): CheckResult {
  const byPrinciple = new Map<PrincipleId, number[]>();
  let points = 0;
  for (const answer of answers) {
    const principle = pack.scenarios.find(({ id }) => id === answer.scenario)?.principles[0];
    points += pointsOf(answer.marks);
    if (principle) byPrinciple.set(principle, [...(byPrinciple.get(principle) ?? []), pointsOf(answer.marks)]);
  }
  const most = 3 * answers.length;
  const shareOf = (list: number[]) => list.reduce((a, b) => a + b, 0) / (3 * list.length);
  return {
    points,
    most,
    // In thousandths: 0.7 of 10 is not 7 in floating point.
    passed: most > 0 && 1000 * points >= Math.round(1000 * pack.check.passMark) * most,
    principles: [...byPrinciple]
      .map(([principle, list]) => ({ principle, share: shareOf(list) }))
      .sort((a, b) => a.share - b.share),
  };
}
