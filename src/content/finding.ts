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

export function findingAt(file: string, text: string, offset: number, path: Path, message: string): Finding {
  const lines = text.slice(0, offset).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1, path, message };
}

/** By file, line and column; what says the same of the same place is said once. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const once = new Map(findings.map((finding) => [formatFinding(finding), finding]));
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
