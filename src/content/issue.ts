/** Keys from the root of a document down to a value; list items by their index, from 0. */
export type Path = readonly (string | number)[];

/** Something in a document that is not as it must be. */
export interface Issue {
  path: Path;
  /** What was expected and what was found, in plain words. */
  message: string;
  /** It is the name at the end of the path that is at fault, not what stands under it. */
  key?: true;
}

const longest = 40;

/** A value from a document as people would name it; never as long as the value itself. */
export function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'a mapping';
  if (value.trim() === '') return 'an empty text';
  const letters = Array.from(value.slice(0, 2 * longest));
  return `"${letters.length > longest ? `${letters.slice(0, longest).join('')}…` : value}"`;
}

/** Message of a schema or rule that expects `phrase`: `expected a text, found 4`. */
export function expects(phrase: string): (issue: { input: unknown }) => string {
  return (issue) => `expected ${phrase}, found ${found(issue.input)}`;
}

/** `turns.call.responses`, `principles[1]`. */
export function formatPath(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
