import type { Answer } from '../../../src/domain/answer';
import { dayAt, dayNumber } from '../../../src/domain/day';
import { roundLength } from '../../../src/domain/draw';
import { answer } from '../../../src/domain/pack.fixture';
import { advance, noProgress } from '../../../src/domain/progress';
import { hash, seeded, shuffled } from '../../../src/domain/random';
import { practised, type Skills } from '../../../src/domain/skills';
import { pack, sceneOf } from './bank';
import { choosers, type Way } from './choosers';
import { Learner } from './learner';
import type { Model } from './memory';
import type { People } from './people';
import { mean } from './stats';

const days = 90;
/** From here on, every fifth day counts towards the mean over time. */
const settled = 30;
const step = 5;
/** A Monday. */
const start = dayNumber('2027-01-04');

/** What came of the practice of one person; chances are those of three points in a scene never met. */
export interface Outcome {
  answers: number;
  /** Mean over the principles on the last day, and on the days from the 30th on. */
  atEnd: number;
  overTime: number;
  /** What 100 answers added to `overTime`. */
  perHundred: number;
  /** The chance at the weakest principle, and the share of principles above 0.8, on the last day. */
  worst: number;
  firm: number;
  /** Scenes of each round. */
  rounds: number[];
}

/** On which days there is a round: by week three to seven of them. */
function daysOfPractice(seed: number): Set<number> {
  const random = seeded(hash(`calendar ${seed}`));
  const usual = 3 + Math.floor(random() * 5);
  const result = new Set<number>();
  for (let monday = 0; monday < days; monday += 7) {
    const rounds = Math.min(7, Math.max(3, usual + Math.floor(random() * 3) - 1));
    for (const day of shuffled([0, 1, 2, 3, 4, 5, 6], random).slice(0, rounds)) result.add(monday + day);
  }
  return result;
}

/**
 * @param seed of the person, their calendar and their luck
 * @param lengths scenes of each round, where they are not to be the usual number
 */
export function simulate(seed: number, way: Way, people: People, model: Model, lengths?: readonly number[]): Outcome {
  const learner = new Learner(seed, people, model);
  const practice = daysOfPractice(seed);
  const random = seeded(hash(`choice ${seed}`));
  const chancesOn = (day: number) => pack.path.map((principle) => learner.chanceOn(principle, day));
  const untaught = mean(chancesOn(0));
  const over: number[] = [];
  const rounds: number[] = [];
  const answers: Answer[] = [];
  const progress = folded(answers, noProgress, advance);
  const skills = folded<Skills>(answers, new Map(), (before, more) =>
    practised(before, more, (scenario) => sceneOf.get(scenario)?.principles[0]),
  );
  for (let day = 0; day < days; day++) {
    // In the morning.
    if (day >= settled && day % step === 0) over.push(mean(chancesOn(day)));
    if (!practice.has(day)) continue;
    const length = lengths ? (lengths[rounds.length] ?? 0) : roundLength;
    const today = dayAt(start + day);
    const round = choosers[way]({ progress, skills, answered: answers.length, today, random, length });
    rounds.push(round.length);
    round.forEach(({ id, principles }, nth) => {
      const reply = learner.reply(id, principles[0]!, day);
      answers.push(answer({ scenario: id, ...reply, day: today, at: ((start + day) * 1440 + nth) * 60_000 }));
    });
  }
  const last = chancesOn(days);
  over.push(mean(last));
  return {
    answers: answers.length,
    atEnd: mean(last),
    overTime: mean(over),
    perHundred: (100 * (mean(over) - untaught)) / answers.length,
    worst: Math.min(...last),
    firm: last.filter((chance) => chance > 0.8).length / last.length,
    rounds,
  };
}

/** What follows from a growing list, brought up to date when it is asked for. */
function folded<T>(list: readonly Answer[], initial: T, fold: (before: T, more: readonly Answer[]) => T): () => T {
  let [value, count] = [initial, 0];
  return () => {
    value = fold(value, list.slice(count));
    count = list.length;
    return value;
  };
}
