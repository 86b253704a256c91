import { currentTurn } from './attempt';
import type { OpenRound } from './facts';
import type { Pack } from './pack';
import { type Progress, trailOf } from './progress';

/** The scene (from 1) at which a begun round stands; nothing where it is over, of another pack, or where there is none. */
export function standOf(
  pack: Pack,
  progress: Progress,
  round: OpenRound | null,
): { scene: number; of: number } | undefined {
  if (round?.pack !== pack.id) return undefined;
  const open = round.scenes.findIndex(({ scenario: id, attempt }) => {
    const scenario = pack.scenarios.find((other) => other.id === id);
    return scenario && currentTurn(scenario, trailOf(progress, id, attempt));
  });
  return open < 0 ? undefined : { scene: open + 1, of: round.scenes.length };
}
