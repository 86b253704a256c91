import type { Language } from '../../domain/pack';
import { baseOf } from './words';

export const cueNames = ['apology', 'thanks', 'question', 'number', 'hedge', 'politeness'] as const;
/** Something in a response that somebody without a clue might choose by. */
export type Cue = (typeof cueNames)[number];

type Listed = Exclude<Cue, 'question' | 'number'>;

/** Regular expressions of words; `*` stands for any ending. */
const lists: Record<string, Record<Listed, string[]>> = {
  de: {
    apology: ['entschuldig*', 'tut (?:mir|uns) leid', 'leid tut', 'bedau(?:er|r)*', 'verzeih*', 'nachsicht', 'pardon'],
    thanks: ['dank*', 'bedank*'],
    hedge: [
      'vielleicht',
      'eventuell',
      'möglicherweise',
      'womöglich',
      'wahrscheinlich',
      'vermutlich',
      'gegebenenfalls',
      'unter umständen',
      'könnten?',
      'dürften?',
      'ich (?:glaube|denke|meine|vermute)',
      'wohl',
      'etwa',
      'ungefähr',
      'eigentlich',
      'grundsätzlich',
      'normalerweise',
      'in der regel',
      'soweit ich',
    ],
    politeness: [
      'bitte',
      'gern',
      'gerne',
      'würden sie',
      'könnten sie',
      'darf ich',
      'dürfte ich',
      'dürfen wir',
      'wären sie',
      'freundlich*',
      'selbstverständlich',
      'natürlich',
      'ich verstehe',
      'verständ*',
      'freue*',
    ],
  },
  en: {
    apology: ['sorry', 'apolog*', 'regret*', 'forgive*', 'pardon', 'my mistake', 'our mistake'],
    thanks: ['thank*', 'grateful', 'appreciat*'],
    hedge: [
      'perhaps',
      'maybe',
      'possibl[ey]',
      'probably',
      'likely',
      'might',
      'may',
      'could',
      'i (?:think|believe|guess|suppose)',
      'roughly',
      'usually',
      'normally',
      'generally',
      'in principle',
      'as far as',
    ],
    politeness: [
      'please',
      'kindly',
      'gladly',
      'would you',
      'could you',
      'may i',
      'may we',
      '(?:happy|glad|pleased) to',
      'of course',
      'certainly',
      'welcome',
      'i (?:see|understand)',
    ],
  },
};

const patternOf = (list: string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${list.join('|').replaceAll('*', '\\p{L}*')})(?!\\p{L})`, 'giu');

const patterns: Record<string, Record<Listed, RegExp>> = Object.fromEntries(
  Object.entries(lists).map(([language, { apology, thanks, hedge, politeness }]) => [
    language,
    {
      apology: patternOf(apology),
      thanks: patternOf(thanks),
      hedge: patternOf(hedge),
      politeness: patternOf(politeness),
    },
  ]),
);

/** The cues that can be counted in a language: without lists of words, questions and numbers only. */
export const cuesOfLanguage = (language: Language): readonly Cue[] =>
  patterns[baseOf(language)] ? cueNames : ['question', 'number'];

/** How often a cue is in a text. */
export function countCue(cue: Cue, text: string, language: Language): number {
  if (cue === 'question') return text.split('?').length - 1;
  if (cue === 'number') return text.match(/\d+(?:[.,:]\d+)*/g)?.length ?? 0;
  const pattern = patterns[baseOf(language)]?.[cue];
  return pattern === undefined ? 0 : (text.match(pattern)?.length ?? 0);
}
