/** Columns of a terminal. */
export const width = 100;

/** Breaks text into lines of at most {@link width} columns: `first` opens the first one, `indent` the others. */
export function wrap(text: string, first: string, indent: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isOpen = false;
  for (const word of text.split(' ')) {
    const next = isOpen ? `${line} ${word}` : line + word;
    if (isOpen && next.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = next;
    isOpen = true;
  }
  return [...lines, line];
}

/** Aligned columns: the first to the left, the others to the right. */
export function grid(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
