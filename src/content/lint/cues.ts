import type { ScenarioId } from '../../domain/ids';
import type { Language, Pack } from '../../domain/pack';
import {
  bandAround,
  chanceOf,
  describeBand,
  hitOf,
  isAbove,
  isBelow,
  isOverTarget,
  mean,
  percent,
  type Band,
} from './chance';
import { countCue, cuesOfLanguage, type Cue } from './cue-words';
import { noRemarks, type Remarks } from './finding';
import { itemsOf, type Item } from './texts';
import { wordCount } from './words';

/** What a rule of thumb, "take the longest", earns over the bank. */
export interface CueRule {
  name: 'longest' | 'shortest' | Cue;
  /** Share of turns, 0 to 1; where several responses tie, its share of them. */
  hits: number;
  band: Band;
  /** Scenarios in which the rule finds the best response alone, at most eight. */
  where: ScenarioId[];
  /** For lengths the mean words, for cues the share of responses that have it. */
  best: number;
  wrong: number;
}

export interface CueTable {
  language: Language;
  turns: number;
  rules: CueRule[];
}

const isLength = (name: CueRule['name']): name is 'longest' | 'shortest' => name === 'longest' || name === 'shortest';

/** What a response shows of a cue, as it goes into the table. */
type Measure = (text: string) => number;

function measureOf(name: CueRule['name'], language: Language): { table: Measure; score: Measure } {
  const count: Measure = (text) => wordCount(text, language);
  if (name === 'longest') return { table: count, score: count };
  if (name === 'shortest') return { table: count, score: (text) => -count(text) };
  const has: Measure = (text) => Math.min(1, countCue(name, text, language));
  const graded = name === 'hedge' || name === 'politeness';
  return { table: has, score: graded ? (text) => countCue(name, text, language) : has };
}

function ruleOf(name: CueRule['name'], items: Item[], language: Language): CueRule {
  const { table, score } = measureOf(name, language);
  const seen = items.map(({ scenario, turn, best }) => ({
    scenario: scenario.id,
    best,
    hit: hitOf(
      turn.responses.map(({ text }) => score(text)),
      best,
    ),
    values: turn.responses.map(({ text }) => table(text)),
  }));
  return {
    name,
    hits: mean(seen.map(({ hit }) => hit)),
    band: bandAround(chanceOf(items), 0.07, items.length),
    where: [...new Set(seen.filter(({ hit }) => hit === 1).map(({ scenario }) => scenario))].slice(0, 8),
    best: mean(seen.map(({ values, best }) => values[best] ?? 0)),
    wrong: mean(seen.flatMap(({ values, best }) => values.filter((_, index) => index !== best))),
  };
}

/** Surface cues of best and wrong responses, and what choosing by each of them would earn. */
export function cuesOf(pack: Pack): CueTable {
  const items = itemsOf(pack);
  const names: CueRule['name'][] = ['longest', 'shortest', ...cuesOfLanguage(pack.language)];
  return {
    language: pack.language,
    turns: items.length,
    rules: names.map((name) => ruleOf(name, items, pack.language)),
  };
}

const thumbs: Record<CueRule['name'], string> = {
  longest: 'take the longest',
  shortest: 'take the shortest',
  apology: 'take the one with an apology',
  thanks: 'take the one with thanks',
  question: 'take the one with a question',
  number: 'take the one with a number',
  hedge: 'take the most hedged',
  politeness: 'take the most polite',
};
export const thumbOf = ({ name }: CueRule): string => thumbs[name];

const remedies: Record<CueRule['name'], string> = {
  longest: 'shorten best responses or lengthen wrong ones',
  shortest: 'lengthen best responses or shorten wrong ones',
  apology: 'let wrong responses apologise too, or drop it in best ones',
  thanks: 'let wrong responses thank too, or drop it in best ones',
  question: 'let wrong responses ask too, or turn questions of best ones into offers',
  number: 'give wrong responses figures too, or take them out of best ones',
  hedge: 'hedge wrong responses too, or say best ones straight',
  politeness: 'let wrong responses be as polite, and some best ones brisker',
};

/** No rule of thumb finds the best response more often than chance; what a small bank's noise may explain is a note. */
export function cueRules({ language, turns, rules }: CueTable): Remarks {
  const remarks = noRemarks();
  if (turns === 0) return remarks;
  for (const rule of rules) {
    const { name, hits, band, where } = rule;
    const id = isLength(name) ? name : 'cue';
    const share = `"${thumbOf(rule)}" finds the best response in ${percent(hits)} of ${turns} turns, ${describeBand(band)}`;
    if (isOverTarget(hits, band))
      (isAbove(hits, band) ? remarks.findings : remarks.notes).push({
        language,
        rule: id,
        message: `${share}: ${remedies[name]}, for example in ${where.join(', ')}.`,
      });
    // Knowing that the best one is hardly ever the longest leaves fewer to guess from.
    else if (isLength(name) && isBelow(hits, band))
      remarks.findings.push({
        language,
        rule: id,
        message: `${share}: too seldom; ${remedies[name === 'longest' ? 'shortest' : 'longest']}.`,
      });
  }
  return remarks;
}
