import type { Balance, Share } from './balance';
import { percent, type Band } from './chance';
import { places, type Coverage } from './coverage';
import { thumbOf, type CueTable } from './cues';
import type { Guess } from './guess';
import { grid, wrap } from './layout';
import type { LintReport } from './lint';

const room = ({ low, high }: Band): string => `${Math.round(low * 100)}–${percent(high)}`;

function coverageTable({ principles, primaryTarget, cellTarget }: Coverage): string[] {
  const cell = (count: number, target: number): string => (count < target ? `(${count})` : `${count} `);
  return [
    '',
    `COVERAGE: scenarios of each principle; (in brackets) below ${primaryTarget} first or ${cellTarget} in a cell`,
    '',
    ...grid([
      ['principle', 'first ', 'listed', ...places.map((place) => `${place} `)],
      ...principles.map(({ id, primary, listed, cells }) => [
        id.slice(0, 40),
        cell(primary, primaryTarget),
        String(listed),
        ...places.map((place) => cell(cells[place], cellTarget)),
      ]),
    ]),
  ];
}

function counts(coverage: Coverage): string[] {
  const list = (name: string, values: Record<string, number>): string[] =>
    wrap(
      Object.entries(values)
        .map(([value, count]) => `${value} ${count}`)
        .join(' · '),
      name.padEnd(12),
      ' '.repeat(12),
    );
  return [
    '',
    ...list('channels', coverage.channels),
    ...list('industries', coverage.industries),
    ...list('tags', coverage.tags),
    ...list('difficulty', coverage.difficulties),
    ...list('kind', { single: coverage.scenarios - coverage.dialogues, dialogue: coverage.dialogues }),
  ];
}

function balanceTable({ wrong, best, positions }: Balance): string[] {
  const row = (name: string, { count, share, band }: Share): string[] => [
    name,
    String(count),
    percent(share),
    room(band),
  ];
  const plain = (name: string, count: number): string[] => [
    name,
    String(count),
    percent(count / Math.max(1, wrong.all)),
    '',
  ];
  return [
    '',
    'BALANCE',
    '',
    ...grid([
      ['', 'count', 'share', 'band'],
      row('wrong: too soft', wrong.soft),
      plain('wrong: too hard', wrong.hard),
      plain('wrong: absent', wrong.absent),
      plain('wrong: compromise', wrong.compromise),
      ...Object.entries(best).map(([leaning, share]) => row(`best: ${leaning} (scenarios)`, share)),
      ...positions.map((share, index) => row(`best: written as number ${index + 1}`, share)),
    ]),
  ];
}

function cueTable({ language, turns, rules }: CueTable, guess: Guess | undefined): string[] {
  const value = (name: string, number: number): string =>
    name === 'longest' || name === 'shortest' ? `${number.toFixed(1)} words` : percent(number);
  return [
    '',
    `CUES, ${language}, ${turns} turns: how often the best response is found without reading the situation`,
    '',
    ...grid([
      ['rule of thumb', 'in best', 'in wrong', 'hits', 'chance', 'band'],
      ...rules.map((rule) => [
        thumbOf(rule),
        value(rule.name, rule.best),
        value(rule.name, rule.wrong),
        percent(rule.hits),
        percent(rule.band.expected),
        room(rule.band),
      ]),
      ...(guess === undefined
        ? []
        : [['classifier', '', '', percent(guess.hits), percent(guess.band.expected), room(guess.band)]]),
    ]),
  ];
}

/** The coverage matrix, counts, balance and cues as lines. */
export function tables({ coverage, balance, cues, guesses }: LintReport): string[] {
  return [
    ...coverageTable(coverage),
    ...counts(coverage),
    ...balanceTable(balance),
    ...cues.flatMap((table, index) => cueTable(table, guesses[index])),
  ];
}
