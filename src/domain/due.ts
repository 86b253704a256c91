import { dayNumber } from './day';
import type { Day, PrincipleId } from './ids';
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
 * What is due today, the most urgent first: missed scenes, then due principles (those overdue longest by their own
 * measure first), then principles never met, in the order of the path. Channels are mixed where there is a choice.
 */
export function dueToday(pack: Pack, progress: Progress, skills: Skills, today: Day, random: Random): DueScene[] {
  const list: DueScene[] = [];
  const days = (since: Day) => Math.max(0, dayNumber(today) - dayNumber(since));
  const take = (scenario: Scenario | undefined, reason: DueScene['reason'], since: Day) => {
    if (!scenario || list.length >= longestList || list.some((other) => other.scenario === scenario)) return;
    list.push({ scenario, reason, principle: scenario.principles[0]!, days: days(since) });
  };
  const lastOf = (scenario: Scenario) => progress.scenarios.get(scenario.id)?.trail.at(-1);

  const missed = shuffled(pack.scenarios, random).flatMap((scenario) => {
    const trail = progress.scenarios.get(scenario.id)?.trail ?? [];
    const last = trail.at(-1);
    if (!last || pointsOfTrail(trail) >= 3) return [];
    const sure = trail.some(
      (answer) => answer.confidence === 'sure' && Math.min(answer.marks.customer, answer.marks.business) < 3,
    );
    return days(last.day) >= (sure ? rest / 2 : rest) ? [{ scenario, day: last.day }] : [];
  });
  // At most two, so that a day after many misses still brings something fresh.
  for (const { scenario, day } of missed.slice(0, 2)) take(scenario, 'missed', day);

  const due = [...skills]
    .filter(([id, card]) => pack.path.includes(id) && isDue(card, today))
    .sort(([, a], [, b]) => days(b.last) / b.stability - days(a.last) / a.stability);
  for (const [id, card] of due) {
    if (!list.some(({ principle }) => principle === id))
      take(sceneFor(pack, id, list, lastOf, random), 'due', card.last);
  }
  for (const id of pack.path) {
    if (!skills.has(id)) take(sceneFor(pack, id, list, lastOf, random), 'new', today);
  }
  return list;
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
