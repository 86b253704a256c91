/** One line of the table. */
export interface Row {
  bar: string;
  runs: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  /** Half-written, or counted wrongly. */
  torn: number;
  /** Runs that came to no result: an app that did not open, for one. */
  broken: number;
  /** How many snapshots were held against a recount of the answers. */
  recounted?: number;
  seconds: number;
  /** For what the columns do not hold. */
  note?: string;
}

type Counts = Partial<Omit<Row, 'bar' | 'note' | 'seconds'>>;

/** Adds up what runs find. */
export class Rows {
  readonly #rows = new Map<string, Row>();
  readonly #started = Date.now();

  add(bar: string, counts: Counts): void {
    const row = this.#rows.get(bar) ?? {
      bar,
      runs: 0,
      acknowledged: 0,
      lost: 0,
      doubled: 0,
      torn: 0,
      broken: 0,
      recounted: 0,
      seconds: 0,
    };
    for (const key of ['runs', 'acknowledged', 'lost', 'doubled', 'torn', 'broken', 'recounted'] as const)
      row[key] = (row[key] ?? 0) + (counts[key] ?? 0);
    row.seconds = Math.round((Date.now() - this.#started) / 1000);
    this.#rows.set(bar, row);
  }

  note(bar: string, note: string): void {
    this.add(bar, {});
    this.#rows.get(bar)!.note = note;
  }

  get list(): Row[] {
    return [...this.#rows.values()];
  }
}

const columns = [
  ...(['bar', 'runs', 'acknowledged', 'lost', 'doubled', 'torn', 'broken'] as const),
  ...(['recounted', 'seconds', 'note'] as const),
];

/** In Markdown, so that it can be kept beside the date. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const isNumber = (i: number) => i > 0 && columns[i] !== 'note';
  const lines = cells.map(
    (line) =>
      `| ${line.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}

/** Lines that prove nothing where no answer was acknowledged. */
const answering = new Set(['kills', 'power', 'power, relaxed', 'power, torn', 'webkit', 'tabs']);

/** Lines that must have held a snapshot against a recount, from so many runs on. */
const recounting = new Set(['kills', 'power']);
const fewRuns = 8;

/** Whether it has as many runs as asked for, proves something, and nothing is lost, doubled, torn or without a result. */
export function isWhole(row: Row, asked: number): boolean {
  const { bar, runs, acknowledged, lost, doubled, torn, broken, recounted = 0 } = row;
  if (runs < Math.max(1, asked)) return false;
  if (answering.has(bar) && !acknowledged) return false;
  if (recounting.has(bar) && asked >= fewRuns && !recounted) return false;
  return lost + doubled + torn + broken === 0;
}

/** @returns in words what keeps a bar from being met; empty where it is. @param lines that must be there, and their runs */
export function shortOf(rows: readonly Row[], lines: Readonly<Record<string, number>>): string[] {
  const missing = Object.keys(lines).filter((bar) => !rows.some((row) => row.bar === bar));
  const bad = rows.filter((row) => !isWhole(row, lines[row.bar] ?? 1)).map(({ bar }) => bar);
  return [
    ...missing.map((bar) => `${bar}: no such line`),
    ...bad.map((bar) => `${bar}: not met, or nothing proved by ${lines[bar] ?? 1} runs`),
  ];
}
