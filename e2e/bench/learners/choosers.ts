import { drawRound, roundLength } from '../../../src/domain/draw';
import { dueToday } from '../../../src/domain/due';
import type { Day } from '../../../src/domain/ids';
import type { Scenario } from '../../../src/domain/pack';
import type { Progress } from '../../../src/domain/progress';
import { type Random, shuffled } from '../../../src/domain/random';
import type { Skills } from '../../../src/domain/skills';
import { pack, sceneOf } from './bank';

export interface Situation {
  /** Asked for only where they are needed: to keep them takes longer than all else. */
  progress: () => Progress;
  skills: () => Skills;
  /** Scenes answered so far. */
  answered: number;
  today: Day;
  random: Random;
  /** Scenes of this round; what is due may be fewer. */
  length: number;
}

type Chooser = (situation: Situation) => readonly Scenario[];

const perPrinciple = pack.scenarios.length / pack.path.length;
/** The first scene of every principle, then the second of every one, and so on. */
const turns = Array.from({ length: perPrinciple }, (_, nth) =>
  pack.scenarios.filter((_, index) => index % perPrinciple === nth),
).flat();
const along =
  (order: readonly Scenario[]): Chooser =>
  ({ answered, length }) =>
    Array.from({ length }, (_, i) => order[(answered + i) % order.length]!);

const dueOnly: Chooser = ({ progress, skills, today, random }) =>
  dueToday(pack, progress(), skills(), today, random).map(({ scenario }) => scenario);

const drawn = ({ progress, random }: Situation, taken: readonly Scenario[] = []) =>
  drawRound(pack.scenarios, progress(), random, taken, roundLength).map((id) => sceneOf.get(id)!);

/** Ways of choosing the scenes of a round. */
export const choosers = {
  due: (situation) => {
    const taken = dueOnly(situation);
    return [...taken, ...drawn(situation, taken)];
  },
  random: ({ random, length }) => shuffled(pack.scenarios, random).slice(0, length),
  'in turn': along(turns),
  'in blocks': along(pack.scenarios),
  drawn,
  'due only': dueOnly,
} satisfies Record<string, Chooser>;

export type Way = keyof typeof choosers;
