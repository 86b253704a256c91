import type { Pack } from '../../src/domain/pack.ts';
import type { Host } from '../host.ts';
import type { Place } from './replay.ts';

/** What all bars have. */
export interface Setting {
  host: Host;
  /** In German, as the browsers ask for it. */
  pack: Pack;
  /** How many browsers may run side by side. */
  lanes: number;
  /** Only this one is used, as it was before: to look into a failure again. */
  profile?: Place;
  /** The profile of a failure stays where it is; so by default. */
  keep?: boolean;
  /** Told everything that is needed to look into a failure. */
  onProblem: (problem: Record<string, unknown>) => void;
}
