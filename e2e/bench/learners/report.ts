import { alignColumns } from '../table.ts';
import type { Model } from './memory';
import { peoples } from './people';
import { scales } from './scales';
import type { Outcome } from './simulate';
import { difference, type Estimate, estimate, verdict } from './stats';
import { type Arm, arms, type Cell, study } from './study';
import { traces } from './traces';
import { twoStrengths } from './two-strengths';

const models: readonly [Model, ...Model[]] = [twoStrengths, traces, scales];

/** Shown for the first row of the grid only, for the sake of time. */
const once: readonly Arm[] = ['drawn'];

type Measure = Exclude<keyof Outcome, 'rounds'>;
const measures: Record<Measure, string> = {
  answers: 'answers',
  atEnd: 'day 90',
  overTime: 'days 30–90',
  perHundred: 'per 100 answers',
  worst: 'weakest',
  firm: 'above 0.8',
};
const measureNames = Object.keys(measures) as Measure[];

/** The second of a pair is what the first is held against. */
const pairs = [
  ['due', 'random'],
  ['due', 'in turn'],
  ['due', 'in blocks'],
  ['due', 'drawn'],
  ['due only', 'in turn, as many'],
] as const satisfies (readonly [Arm, Arm])[];
const gridPairs = pairs.filter(([, other]) => !once.includes(other));

const assumptions = `How five scenes a round are chosen, tried on simulated learners.
Outcome: the chance of three points in a scene never met, mean over 12 principles, each counted alike; "weakest" and
"above 0.8" (share of principles) on day 90. ± is half a 95 % confidence interval over learners. Learners, calendars and
luck are the same in every arm.
Assumed: 90 days, 3 to 7 rounds a week; 72 scenes of one turn. Ability in logits differs by person (0.5), by principle
(0.9) and by scene (0.5); learning and forgetting differ by factors. Chance = 0.2 guessed + 0.77 · logistic(ability).
A lesson in one scene is worth 0.4 to 0.6 of one in the principle, down to half of that where the scene is still known
by heart (fading over 25 days; worth 2 logits in that scene). Explained errors teach, too. Errors lean to either side
by the person's bent; certainty follows ability, with a bias. None of the models is the scheduler's own.
Arms: due = due today, filled up by the draw; random; in turn = path order, one scene of each principle after the other,
round and round; in blocks = path order, all scenes of a principle before the next; drawn = the draw alone; due only =
due today and no more; in turn, as many = in turn, on each day as many scenes as due only.`;

const value = (outcomes: readonly Outcome[], measure: Measure) => outcomes.map((outcome) => outcome[measure]);
const digits = (measure: Measure) => (measure === 'answers' ? 0 : 3);
const said = ({ mean, half }: Estimate, places: number) => `${mean.toFixed(places)} ± ${half.toFixed(places)}`;
const signed = (difference: Estimate, places: number) => (difference.mean < 0 ? '' : '+') + said(difference, places);
const between = (cell: Cell, [a, b]: readonly [Arm, Arm], measure: Measure) =>
  difference(value(cell[a], measure), value(cell[b], measure));

function wholeTable(cell: Cell): string {
  const rows = arms.map((arm) => [
    arm,
    ...measureNames.map((measure) => said(estimate(value(cell[arm], measure)), digits(measure))),
  ]);
  const differences = pairs.map((pair) => [
    pair.join(' − '),
    ...measureNames.map((measure) => signed(between(cell, pair, measure), digits(measure))),
  ]);
  return alignColumns([['', ...Object.values(measures)], ...rows, ['', ...measureNames.map(() => '')], ...differences]);
}

function gridTable(cells: readonly { name: string; cell: Cell }[], measure: Measure): string {
  const differences = cells.map(({ cell }) => gridPairs.map((pair) => between(cell, pair, measure)));
  const counts = gridPairs.map((_, i) =>
    (['better', 'alike', 'worse'] as const)
      .map((word) => differences.filter((row) => verdict(row[i]!) === word).length)
      .join(' / '),
  );
  return alignColumns([
    [measures[measure], ...gridPairs.map((pair) => pair.join(' − '))],
    ...cells.map(({ name }, i) => [name, ...differences[i]!.map((each) => signed(each, 3))]),
    ['measurably better / alike / worse', ...counts],
  ]);
}

/** Runs the study over all people and models; the first of each is shown in full. Takes under a minute. */
export function learnersReport(learners = 200): string {
  const cells = models.flatMap((model) =>
    peoples.map((people) => {
      const isFirst = model === models[0] && people === peoples[0];
      return {
        name: `${model.name}, ${people.name}`,
        cell: study(people, model, learners, isFirst ? [] : once),
      };
    }),
  );
  return [
    assumptions,
    `Models: ${models.map(({ name, source }) => `${name} (${source})`).join('; ')}.`,
    ...peoples.map(
      ({ name, ...people }) =>
        `People, ${name}: start ${people.start}, learning × ${people.learning}, forgetting × ${people.forgetting}, differences between principles × ${people.uneven}, transfer ${people.transfer}.`,
    ),
    `\n${cells[0]!.name}, ${learners} learners\n${wholeTable(cells[0]!.cell)}`,
    `\nThe grid, ${learners} learners in each row\n${gridTable(cells, 'overTime')}`,
    `\n${gridTable(cells, 'worst')}`,
  ].join('\n');
}
