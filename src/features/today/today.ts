import type { OpenRound, Settings } from '../../domain/facts';
import type { Day } from '../../domain/ids';
import type { Intention } from '../../domain/note';
import type { Pack } from '../../domain/pack';
import { isMistake, type Progress } from '../../domain/progress';
import { standOf } from '../../domain/round';

export interface Today {
  resume: ReturnType<typeof standOf>;
  /** Scenes never tried. */
  fresh: number;
  /** Scenes whose newest attempt missed the partner's place. */
  mistakes: number;
}

/** Minutes that so many scenes take, rounded up. */
export const minutesFor = (scenes: number): number => Math.ceil(scenes * 0.8);

/** The newest intention of an earlier day that nobody has been asked about yet. */
export const askedOf = (intentions: readonly Intention[], today: Day): Intention | undefined =>
  intentions.find(({ day, used }) => day < today && !used);

/** Whether it is time to speak of a backup: 50 answers or 14 days, with new answers, since the last one. */
export function backupIsDue(
  answers: number,
  backup: Settings['backup'] | undefined,
  firstDay: Day | undefined,
  now: number,
): boolean {
  const since = answers - (backup?.answers ?? 0);
  const at = backup?.at ?? (firstDay ? Date.parse(`${firstDay}T12:00:00Z`) : now);
  return since >= 50 || (since > 0 && now - at >= 14 * 86_400_000);
}

export function todayOf(pack: Pack, progress: Progress, round: OpenRound | null): Today {
  const tried = pack.scenarios.filter(({ id }) => progress.scenarios.has(id));
  return {
    resume: standOf(pack, progress, round),
    fresh: pack.scenarios.length - tried.length,
    mistakes: tried.filter(({ id }) => isMistake(progress, id)).length,
  };
}
