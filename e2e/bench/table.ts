import { figureOf, formatFigure, isMet, median, type Row } from './figures.ts';

function barOf({ bar, unit, floor = [] }: Row): string {
  if (!bar) return '';
  if ('timesFloor' in bar) return `≤ ${formatFigure(bar.timesFloor * median(floor), unit)} (${bar.timesFloor} × floor)`;
  return 'below' in bar ? `< ${bar.below}` : `≤ ${formatFigure(bar.atMost, unit)}`;
}

function oursOf(row: Row): string {
  const { ours, unit, take = 'median' } = row;
  if (!ours.length) return 'not measured';
  const figure = `${formatFigure(figureOf(row), unit)}${unit && ` ${unit}`}`;
  if (ours.length === 1) return figure;
  const [least, most] = [Math.min(...ours), Math.max(...ours)].map((value) => formatFigure(value, unit));
  return `${figure} (${least}–${most})${take === 'median' ? '' : ` ${take}`}`;
}

const metOf = (row: Row): string => ({ true: 'met', false: 'MISSED', undefined: '' })[String(isMet(row))] ?? '';

const widthsOf = (lines: readonly (readonly string[])[]): number[] =>
  (lines[0] ?? []).map((_, i) => Math.max(...lines.map((cells) => [...(cells[i] ?? '')].length)));

/** Columns as wide as their widest cell, text to the left. */
export function alignColumns(lines: readonly (readonly string[])[]): string {
  const widths = widthsOf(lines);
  const pad = (cell: string, i: number) => cell + ' '.repeat((widths[i] ?? 0) - [...cell].length);
  return lines.map((cells) => cells.map(pad).join('   ').trimEnd()).join('\n');
}

/** One line for each row: what, ours, floor, bar, met; then the notes. */
export function formatTable(rows: readonly Row[]): string {
  const head = ['what', 'ours: median (min–max)', 'floor', 'bar', 'met'];
  const lines = rows.map((row) => [
    row.what,
    oursOf(row),
    row.floor?.length ? formatFigure(median(row.floor), row.unit) : '',
    barOf(row),
    metOf(row),
  ]);
  const rule = widthsOf([head, ...lines]).map((width) => '-'.repeat(width));
  const notes = rows.flatMap(({ what, note }) => (note ? `· ${what}: ${note}` : []));
  return [alignColumns([head, rule, ...lines]), ...notes].join('\n');
}
