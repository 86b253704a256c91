import type { Pack, Principle } from '../../domain/pack';
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
