import { dayAt, dayNumber } from '../../../src/domain/day';
import type { Scenario } from '../../../src/domain/pack';
import { answer } from '../../../src/domain/pack.fixture';
import { advance, noProgress, type Progress } from '../../../src/domain/progress';
import { hash, seeded, shuffled } from '../../../src/domain/random';
import { practised, type Skills } from '../../../src/domain/skills';
import { bank } from './bank';
import { choosers, type Way } from './choosers';
import { Learner, type People } from './learner';
import type { Model } from './memory';

const days = 90;
/** From here on the mean over time is taken. */
const settled = 30;
/** A Monday. */
const start = dayNumber('2027-01-04');
const principleOf = new Map(bank.scenarios.map(({ id, principles }) => [id, principles[0]!]));

/** What came of the practice of one person; chances are those of three points in a fresh scene. */
export interface Outcome {
  answers: number;
  /** Mean over the principles on the last day, and on all days from the 30th on. */
  atEnd: number;
  overTime: number;
  /** What 100 answers added to `overTime`. */
  perHundred: number;
  /** The chance at the weakest principle, and the share of principles above 0.8, on the last day. */
  worst: number;
  firm: number;
}

/** On which days there is a round, by week three to seven of them. */
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

/** @param seed of the person, their calendar and their luck */
export function simulate(seed: number, way: Way, people: People, model: Model): Outcome {
  const learner = new Learner(seed, people, model);
  const practice = daysOfPractice(seed);
  const random = seeded(hash(`choice ${seed}`));
  const chancesOn = (day: number) => bank.path.map((principle) => learner.chanceOn(principle, day));
  const untaught = mean(chancesOn(0));
  let progress: Progress = noProgress;
  let skills: Skills = new Map();
  const over: number[] = [];
  for (let day = 0; day < days; day++) {
    if (practice.has(day)) {
      const today = dayAt(start + day);
      const round = choosers[way]({ progress, skills, today, random, answered: progress.answers });
      const given = round.map((scenario, i) => reply(scenario, day, i));
      progress = advance(progress, given);
      skills = practised(skills, given, (scenario) => principleOf.get(scenario));
    }
    // In the morning of the day after.
    if (day + 1 >= settled) over.push(mean(chancesOn(day + 1)));
  }
  const last = chancesOn(days);
  return {
    answers: progress.answers,
    atEnd: mean(last),
    overTime: mean(over),
    perHundred: (100 * (mean(over) - untaught)) / progress.answers,
    worst: Math.min(...last),
    firm: last.filter((chance) => chance > 0.8).length / last.length,
  };

  function reply({ id, principles }: Scenario, day: number, nth: number) {
    return answer({
      scenario: id,
      ...learner.reply(id, principles[0]!, day),
      day: dayAt(start + day),
      at: ((start + day) * 1440 + nth) * 60_000,
    });
  }
}

export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
