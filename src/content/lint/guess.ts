import type { ScenarioId } from '../../domain/ids';
import type { Language, Pack } from '../../domain/pack';
import { bandAround, chanceOf, describeBand, hitOf, isAbove, isOverTarget, mean, percent, type Band } from './chance';
import { noRemarks, type Remarks } from './finding';
import { questionsOf } from './guess-features';
import { chancesOf, train } from './guess-model';
import { itemsOf } from './texts';

/** How well the best response is guessed by somebody who sees only the responses and knows the rest of the bank. */
export interface Guess {
  language: Language;
  turns: number;
  /** Share of turns, 0 to 1. */
  hits: number;
  band: Band;
  /** Features that speak most for the best response, and most against it, over the whole bank. */
  telling: { best: string[]; wrong: string[] };
  /** Turns that are guessed with most certainty, at most ten, the surest first. */
  surest: { scenario: ScenarioId; turn: string; chance: number }[];
}

/** Leave-one-scenario-out: each turn is guessed by a model that has seen no turn of its scenario. */
export function guessOf(pack: Pack): Guess {
  const items = itemsOf(pack);
  const { questions, names } = questionsOf(items, pack.language);
  const groups = [...new Set(questions.map(({ group }) => group))];
  const weightsWithout = new Map(
    groups.map((group) => [
      group,
      train(
        questions.filter((one) => one.group !== group),
        names.length,
      ),
    ]),
  );
  const guesses = questions.map((question, index) => {
    const chances = [...chancesOf(question, weightsWithout.get(question.group) ?? new Float64Array(names.length))];
    const item = items[index];
    return {
      scenario: question.group,
      turn: item?.turn.id ?? '',
      chance: chances[question.best] ?? 0,
      hit: hitOf(chances, question.best),
    };
  });
  const weights = train(questions, names.length);
  const ranked = names
    .map((name, index) => ({ name, weight: weights[index] ?? 0 }))
    .sort((a, b) => b.weight - a.weight);
  return {
    language: pack.language,
    turns: items.length,
    hits: mean(guesses.map(({ hit }) => hit)),
    band: bandAround(chanceOf(items), 0.1, items.length),
    telling: {
      best: ranked
        .filter(({ weight }) => weight > 0)
        .slice(0, 12)
        .map(({ name }) => name),
      wrong: ranked
        .filter(({ weight }) => weight < 0)
        .slice(-12)
        .reverse()
        .map(({ name }) => name),
    },
    surest: guesses
      .filter(({ hit }) => hit === 1)
      .sort((a, b) => b.chance - a.chance)
      .slice(0, 10)
      .map(({ scenario, turn, chance }) => ({ scenario, turn, chance })),
  };
}

/** The best response cannot be guessed from the responses alone; what a small bank's noise may explain is a note. */
export function guessRules({ language, turns, hits, band, telling, surest }: Guess): Remarks {
  const remarks = noRemarks();
  if (turns === 0 || !isOverTarget(hits, band)) return remarks;
  const list = (features: string[]): string => features.map((feature) => `"${feature}"`).join(', ');
  (isAbove(hits, band) ? remarks.findings : remarks.notes).push({
    language,
    rule: 'guess',
    message: `A classifier that sees only the responses finds the best one in ${percent(hits)} of ${turns} turns, ${describeBand(band)}. For the best one speak ${list(telling.best)}; for a wrong one ${list(telling.wrong)}. In brackets: more of it than the others of the turn have. Use all of these in both kinds; begin with ${surest.map(({ scenario, turn }) => `${scenario} (${turn})`).join(', ')}.`,
  });
  return remarks;
}
