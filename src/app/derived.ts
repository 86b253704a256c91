import type { Answer } from '../domain/answer';
import type { Snapshot } from '../domain/facts';
import type { AnswerId, Day, PrincipleId, ScenarioId } from '../domain/ids';
import type { Pack } from '../domain/pack';
import { hash, seeded } from '../domain/random';
import { advance, noProgress, type Progress } from '../domain/progress';
import type * as due from '../domain/due';
import type { DueScene } from '../domain/due';
import type * as skills from '../domain/skills';
import type { Skills } from '../domain/skills';
import type { Store } from '../storage/store';
import { answersAfter } from '../storage/stretches';

/** Everything that follows from the answers. */
export interface Derived {
  progress: Progress;
  skills: Skills;
}

export const nothingDerived: Derived = { progress: noProgress, skills: new Map() };

/** The same for the same counts. */
export const countsOf = ({ progress, skills }: Derived): string =>
  JSON.stringify([
    ...[progress.answers, progress.calibration, [...progress.days], [...progress.months], [...skills]],
    [...progress.scenarios].map(([id, { tally }]) => [id, tally]),
    [...progress.checks].map(([attempt, answers]) => [attempt, answers.length]),
  ]);

/** Raised whenever progress or skills are derived in another way: older snapshots are then thrown away. */
const version = 2;

/** A snapshot is made anew when this many answers have come since. */
const tailLimit = 50;

/** The scheduler is fetched with storage, so that it never stands before the first scene. */
let scheduler: (Pick<typeof skills, 'practised'> & Pick<typeof due, 'dueToday'>) | undefined;

/** The derived state with more answers in it; the one way in which it ever changes. Only after `readDerived`. */
export function derive(before: Derived, answers: readonly Answer[], pack: Pack): Derived {
  const principles = new Map<ScenarioId, PrincipleId>(pack.scenarios.map(({ id, principles }) => [id, principles[0]!]));
  return {
    progress: advance(before.progress, answers),
    skills: scheduler!.practised(before.skills, answers, (scenario) => principles.get(scenario)),
  };
}

/** The same list the whole day long, as far as nothing was answered. */
export const dueScenes = ({ progress, skills }: Derived, pack: Pack, today: Day): DueScene[] =>
  scheduler?.dueToday(pack, progress, skills, today, seeded(hash(today))) ?? [];

/** From the snapshot and the answers after it; from all answers where there is none or its count does not fit. */
export async function readDerived(store: Store, pack: Pack): Promise<Derived> {
  scheduler ??= { ...(await import('../domain/skills')), ...(await import('../domain/due')) };
  const [snapshot, count] = await Promise.all([store.setting('snapshot').catch(() => undefined), store.count()]);
  const usable = fits(snapshot, pack) && snapshot.progress.answers <= count ? snapshot : undefined;
  if (usable) {
    const { derived, upTo } = await derivedFrom(usable, store, pack, count, usable.upTo);
    const whole = derived.progress.answers === count;
    if (whole && count - usable.progress.answers > tailLimit) keep(store, pack, derived, upTo);
    if (whole) return derived;
  }
  const { derived, upTo } = await derivedFrom(nothingDerived, store, pack, count);
  keep(store, pack, derived, upTo);
  return derived;
}

/** Takes in all answers after one, where `count` is how many there are of all. Says which the newest is. */
async function derivedFrom(before: Derived, store: Store, pack: Pack, count: number, after?: AnswerId) {
  let [derived, upTo] = [before, after];
  for await (const answers of answersAfter(store, after, count - before.progress.answers)) {
    derived = derive(derived, answers, pack);
    upTo = answers.at(-1)?.id ?? upTo;
  }
  return { derived, upTo };
}

const fits = (snapshot: Snapshot | undefined, pack: Pack): snapshot is Snapshot =>
  snapshot?.version === version && snapshot.pack === pack.id && snapshot.packVersion === pack.version;

/** Writes the snapshot without anybody waiting for it; without one the next start takes longer, that is all. */
function keep(store: Store, pack: Pack, derived: Derived, upTo: AnswerId | undefined): void {
  // A first visit begins with one scene; what is counted by that is not for keeps.
  const whole = pack.scenarios.some(({ id }) => id !== pack.first);
  if (upTo && whole && derived.progress.answers > tailLimit)
    void store
      .putSetting('snapshot', { version, pack: pack.id, packVersion: pack.version, ...derived, upTo })
      .catch(() => {});
}
