import { LineCounter } from 'yaml';
import { formatPath, type Path } from './issue.ts';

/** Something wrong in a file, at a place that an editor can jump to. */
export interface Finding {
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. */
  column: number;
  path: Path;
  message: string;
}

/** `scenarios/crafts/heating.yaml:14:9 turns.call.responses.tonight.marks.customer: expected …, found …` */
export function formatFinding({ file, line, column, path, message }: Finding): string {
  const place = path.length > 0 ? ` ${formatPath(path)}` : '';
  return `${file}:${line}:${column}${place}: ${message}`;
}

/** Makes the findings in one file: from an offset in its text, in UTF-16 units, to line and column. */
export function findingsIn(file: string, text: string): (offset: number, path: Path, message: string) => Finding {
  const lines = new LineCounter();
  for (let start = 0; start !== 0 || lines.lineStarts.length === 0; start = text.indexOf('\n', start) + 1)
    lines.addNewLine(start);
  return (offset, path, message) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path, message };
  };
}

/** By file, line and column; what says the same of the same place is said once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const once = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
