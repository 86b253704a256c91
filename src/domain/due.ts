import { dayNumber } from './day';
import type { Day, PrincipleId } from './ids';
import { pointsOf } from './marks';
import type { Pack, Scenario } from './pack';
import { pointsOfTrail, type Progress } from './progress';
import { type Random, shuffled } from './random';
import { isDue, type Skills } from './skills';

export interface DueScene {
  scenario: Scenario;
  /** Why it is there: a missed scene comes back as itself, a principle is due, or it was never met. */
  reason: 'missed' | 'due' | 'new';
  principle: PrincipleId;
  /** Days since the scene (missed) or the principle (due) was met. */
  days: number;
}

/** A day's list never grows beyond this, however long the absence was. */
export const longestList = 5;

/** A missed scene rests for so many days before it returns; half of that where the person had been sure. */
const rest = 4;

/**
 * What is due today: the missed scene that has waited longest, then principles never met, in the order of the path, then
 * due principles, those met longest ago first. Channels are mixed where there is a choice.
 *
 * How weak a principle is decides how soon it is due, not its place: else those that stay weak would fill every list,
 * and the rest of the charter would never be met.
 */
export function dueToday(pack: Pack, progress: Progress, skills: Skills, today: Day, random: Random): DueScene[] {
  const list: DueScene[] = [];
  const days = (since: Day) => Math.max(0, dayNumber(today) - dayNumber(since));
  const take = (scenario: Scenario | undefined, reason: DueScene['reason'], since: Day) => {
    if (!scenario || list.length >= longestList) return;
    list.push({ scenario, reason, principle: scenario.principles[0]!, days: days(since) });
  };
  // What was met in the future, by a wrong clock, is put right first.
  const met = (day: Day) => (day > today ? 0 : dayNumber(day));
  const lastOf = (scenario: Scenario) => progress.scenarios.get(scenario.id)?.trail.at(-1);
  const takeOf = (principle: PrincipleId, reason: DueScene['reason'], since: Day) => {
    if (!list.some((other) => other.principle === principle))
      take(sceneFor(pack, principle, list, lastOf, random), reason, since);
  };

  const missed = shuffled(pack.scenarios, random)
    .flatMap((scenario) => {
      const since = missedOn(progress, scenario, today);
      return since === undefined ? [] : [{ scenario, since }];
    })
    .sort((a, b) => met(a.since) - met(b.since));
  // One at most: a fresh scene teaches more about its principle than one whose answer is still known.
  for (const { scenario, since } of missed.slice(0, 1)) take(scenario, 'missed', since);

  for (const id of pack.path) if (!skills.has(id)) takeOf(id, 'new', today);

  const due = [...skills]
    .filter(([id, card]) => pack.path.includes(id) && isDue(card, today))
    .sort(([, a], [, b]) => met(a.last) - met(b.last));
  for (const [id, card] of due) takeOf(id, 'due', card.last);
  return list;
}

/** The day on which a scene was missed, once it has rested; also where that lies in the future, as `isDue` has it. */
function missedOn(progress: Progress, scenario: Scenario, today: Day): Day | undefined {
  const trail = progress.scenarios.get(scenario.id)?.trail ?? [];
  const last = trail.at(-1);
  if (!last || pointsOfTrail(trail) >= 3) return undefined;
  const sure = trail.some(({ marks, confidence }) => confidence === 'sure' && pointsOf(marks) < 3);
  const back = dayNumber(last.day) + (sure ? rest / 2 : rest);
  return back <= dayNumber(today) || last.day > today ? last.day : undefined;
}

/** The scene of a principle that was seen longest ago, unseen ones first; of those in a channel the list lacks. */
function sceneFor(
  pack: Pack,
  principle: PrincipleId,
  list: readonly DueScene[],
  lastOf: (scenario: Scenario) => { at: number } | undefined,
  random: Random,
): Scenario | undefined {
  const scenes = shuffled(
    pack.scenarios.filter((scenario) => scenario.principles[0] === principle),
    random,
  );
  const rank = (scenario: Scenario) => lastOf(scenario)?.at ?? 0;
  const oldest = Math.min(...scenes.map(rank));
  const pool = scenes.filter((scenario) => rank(scenario) === oldest);
  return pool.find(({ channel }) => !list.some((other) => other.scenario.channel === channel)) ?? pool[0];
}
