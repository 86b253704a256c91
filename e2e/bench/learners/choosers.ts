import { drawRound, roundLength } from '../../../src/domain/draw';
import { dueToday } from '../../../src/domain/due';
import type { Day } from '../../../src/domain/ids';
import type { Scenario } from '../../../src/domain/pack';
import type { Progress } from '../../../src/domain/progress';
import { type Random, shuffled } from '../../../src/domain/random';
import type { Skills } from '../../../src/domain/skills';
import { bank } from './bank';

export interface Situation {
  progress: Progress;
  skills: Skills;
  today: Day;
  random: Random;
  /** Scenes answered so far. */
  answered: number;
}

type Chooser = (situation: Situation) => readonly Scenario[];

const sceneOf = new Map(bank.scenarios.map((scenario) => [scenario.id, scenario]));
const perPrinciple = bank.scenarios.length / bank.path.length;
/** The first scene of every principle, then the second of every one, and so on. */
const inTurn = Array.from({ length: perPrinciple }, (_, nth) =>
  bank.scenarios.filter((_, index) => index % perPrinciple === nth),
).flat();
const next = (order: readonly Scenario[], from: number) =>
  Array.from({ length: roundLength }, (_, i) => order[(from + i) % order.length]!);

const dueOnly: Chooser = ({ progress, skills, today, random }) =>
  dueToday(bank, progress, skills, today, random).map(({ scenario }) => scenario);

const drawn = ({ progress, random }: Situation, taken: readonly Scenario[] = []) =>
  drawRound(bank.scenarios, progress, random, taken).map((id) => sceneOf.get(id)!);

/** Ways of choosing the scenes of a round. */
export const choosers = {
  due: (situation) => {
    const taken = dueOnly(situation);
    return [...taken, ...drawn(situation, taken)];
  },
  random: ({ random }) => shuffled(bank.scenarios, random).slice(0, roundLength),
  'in turn': ({ answered }) => next(inTurn, answered),
  'in blocks': ({ answered }) => next(bank.scenarios, answered),
  drawn,
  'due only': dueOnly,
} satisfies Record<string, Chooser>;

export type Way = keyof typeof choosers;
export const ways = Object.keys(choosers) as Way[];
