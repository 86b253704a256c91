import type { PrincipleId } from '../../domain/ids';
import { pointsOf } from '../../domain/marks';
import type { Pack, Principle, Response, Scenario } from '../../domain/pack';
import type { Progress } from '../../domain/progress';

export interface Station {
  principle: Principle;
  /** How many scenes practise this principle first of all, and how many of them were tried. */
  scenes: number;
  tried: number;
}

/** The stations in the pack's order; `next` is the first that is not finished. */
export function stationsOf(pack: Pack, progress: Progress): { stations: Station[]; next: Station | undefined } {
  const stations = pack.path.flatMap((id) => {
    const principle = pack.charter.find((other) => other.id === id);
    if (!principle) return [];
    const scenes = pack.scenarios.filter((scenario) => scenario.principles[0] === id);
    const tried = scenes.filter((scenario) => progress.scenarios.has(scenario.id));
    return [{ principle, scenes: scenes.length, tried: tried.length }];
  });
  return { stations, next: stations.find((station) => station.tried < station.scenes) };
}

/** One good and one bad wording of a principle, out of the bank: from a single-turn scene that practises it. */
export function wordingsOf(
  pack: Pack,
  principle: PrincipleId,
): { good: Response; bad: Response; scenario: Scenario } | undefined {
  for (const scenario of pack.scenarios) {
    const [turn] = scenario.turns;
    if (scenario.principles[0] !== principle || scenario.turns.length > 1 || !turn) continue;
    const good = turn.responses.find(({ marks }) => pointsOf(marks) === 3);
    const bad = turn.responses.find(({ breaks }) => breaks.includes(principle));
    if (good && bad) return { good, bad, scenario };
  }
  return undefined;
}
