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
      seconds: 0,
    };
    for (const key of ['runs', 'acknowledged', 'lost', 'doubled', 'torn', 'broken'] as const)
      row[key] += counts[key] ?? 0;
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

const columns = ['bar', 'runs', 'acknowledged', 'lost', 'doubled', 'torn', 'broken', 'seconds', 'note'] as const;

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

/** Whether nothing was lost, doubled, torn or without a result. */
export const isWhole = ({ lost, doubled, torn, broken }: Row): boolean => lost + doubled + torn + broken === 0;
