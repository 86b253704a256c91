import { currentTurn } from '../../domain/attempt';
import type { OpenRound } from '../../domain/facts';
import type { Pack } from '../../domain/pack';
import { isMistake, type Progress, trailOf } from '../../domain/progress';

export interface Today {
  /** The scene (from 1) at which a begun round stands. */
  resume: { scene: number; of: number } | undefined;
  /** Scenes never tried. */
  fresh: number;
  /** Scenes whose newest attempt missed the partner's place. */
  mistakes: number;
}

export function todayOf(pack: Pack, progress: Progress, round: OpenRound | null): Today {
  const tried = pack.scenarios.filter(({ id }) => progress.scenarios.has(id));
  return {
    resume: round?.pack === pack.id ? standOf(pack, progress, round) : undefined,
    fresh: pack.scenarios.length - tried.length,
    mistakes: tried.filter(({ id }) => isMistake(progress, id)).length,
  };
}

function standOf(pack: Pack, progress: Progress, round: OpenRound): Today['resume'] {
  const open = round.scenes.findIndex(({ scenario: id, attempt }) => {
    const scenario = pack.scenarios.find((other) => other.id === id);
    return scenario && currentTurn(scenario, trailOf(progress, id, attempt));
  });
  return open < 0 ? undefined : { scene: open + 1, of: round.scenes.length };
}
