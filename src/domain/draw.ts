import type { ScenarioId } from './ids';
import type { Scenario } from './pack';
import type { Progress } from './progress';
import { type Random, shuffled } from './random';

export const roundLength = 5;

/**
 * Scenarios for a round: unseen ones first, then those seen longest ago; each step prefers a principle and a channel
 * that the round does not have yet, so that principles and channels are mixed.
 *
 * @param from the scenarios to draw from, the whole pack or one station
 * @param taken scenarios that the round has already
 */
export function drawRound(
  from: readonly Scenario[],
  progress: Progress,
  random: Random,
  taken: readonly Scenario[] = [],
  length = roundLength,
): ScenarioId[] {
  const drawn = [...taken];
  const rest = shuffled(from, random).filter((scenario) => !taken.includes(scenario));
  const lastSeen = (scenario: Scenario) => progress.scenarios.get(scenario.id)?.trail.at(-1)?.at ?? 0;
  const repeats = (scenario: Scenario) =>
    2 * drawn.filter((other) => other.principles[0] === scenario.principles[0]).length +
    drawn.filter((other) => other.channel === scenario.channel).length;
  while (drawn.length < length && rest.length) {
    const oldest = Math.min(...rest.map(lastSeen));
    const pool = rest.filter((scenario) => lastSeen(scenario) === oldest);
    const next = pool.reduce((best, scenario) => (repeats(scenario) < repeats(best) ? scenario : best));
    drawn.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return drawn.slice(taken.length).map((scenario) => scenario.id);
}
