import type { Finding } from './finding';
import { wrap } from './layout';
import type { LintReport } from './lint';
import { tables } from './tables';

function linesOf({ language, turn, response, rule, message }: Finding): string[] {
  const place = [language, turn, response].filter((part) => part !== undefined).join(' · ');
  return wrap(message, `  [${rule}] ${place === '' ? '' : `${place}: `}`, '      ');
}

function section(title: string, remarks: Finding[]): string[] {
  if (remarks.length === 0) return [];
  const places = [...new Set(remarks.map(({ scenario }) => scenario))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? '', 'en'),
  );
  return [
    '',
    `${title} (${remarks.length})`,
    ...places.flatMap((scenario) => [
      '',
      scenario ?? 'the bank as a whole',
      ...remarks.filter((one) => one.scenario === scenario).flatMap(linesOf),
    ]),
  ];
}

/** The report as plain text for authors, at most 100 columns: findings, notes, tables. */
export function renderReport(report: LintReport): string {
  const { coverage, balance, findings, notes, languages } = report;
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  const head = [
    `${counted(coverage.scenarios, 'scenario')}, ${counted(balance.turns, 'turn')}, ${languages.join(' and ')}: ` +
      `${counted(findings.length, 'finding')}, ${counted(notes.length, 'note')}`,
  ];
  return [...head, ...section('FINDINGS', findings), ...section('NOTES', notes), ...tables(report)].join('\n');
}
