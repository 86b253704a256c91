import type { Pack } from '../../domain/pack';
import { balanceOf, balanceRules, bestRules, type Balance } from './balance';
import { coverageOf, coverageRules, type Coverage } from './coverage';
import { cueRules, cuesOf, type CueTable } from './cues';
import { together, type Finding } from './finding';
import { guessOf, guessRules, type Guess } from './guess';
import { limitRules } from './limits';
import { nameRules } from './names';
import { numberRules } from './numbers';
import { phraseRules } from './phrases';
import { readabilityRules } from './readability';

export interface LintReport {
  languages: string[];
  /** Must be mended. */
  findings: Finding[];
  /** Worth a look. */
  notes: Finding[];
  coverage: Coverage;
  balance: Balance;
  /** One for each language. */
  cues: CueTable[];
  guesses: Guess[];
}

/**
 * Holds a bank against the rules of writing. Structure (schema, ids, graph) is checked where packs are compiled.
 * @param packs the same bank in each of its languages, the source first
 * @throws RangeError without a pack
 */
export function lintBank(packs: Pack[]): LintReport {
  const [source] = packs;
  if (source === undefined) throw new RangeError('No pack to check');
  const coverage = coverageOf(source);
  const balance = balanceOf(source);
  const cues = packs.map(cuesOf);
  const guesses = packs.map(guessOf);
  const remarks = together([
    bestRules(source),
    ...packs.map(limitRules),
    ...packs.map(phraseRules),
    numberRules(packs),
    nameRules(packs),
    ...packs.map(readabilityRules),
    coverageRules(coverage),
    balanceRules(balance),
    ...cues.map(cueRules),
    ...guesses.map(guessRules),
  ]);
  return { languages: packs.map(({ language }) => language), ...remarks, coverage, balance, cues, guesses };
}
