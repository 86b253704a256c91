import { BackupError } from './backup-error';

/** Bytes; about 110,000 answers. */
export const largest = 32 * 2 ** 20;

/** Far beyond any backup of that size; without them such a file could keep the browser busy for a minute. */
const most = { depth: 16, fields: 64, lists: 400_000, values: 2_000_000 };

function limited(within: boolean, reason: 'too-large' | 'invalid', expected: string): void {
  if (!within) throw new BackupError(reason, { expected });
}

const code = (character: string) => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const [openObject, openList, closeObject, closeList] = [code('{'), code('['), code('}'), code(']')];

/** @throws {BackupError} `too-large`, `not-json` where it is no UTF-8 */
export async function textOf(file: string | Blob): Promise<string> {
  const size = typeof file === 'string' ? file.length : file.size;
  if (size > largest) throw new BackupError('too-large', { expected: `at most ${largest}`, found: String(size) });
  if (typeof file === 'string') return file.replace(/^\ufeff/, '');
  const bytes = await file.arrayBuffer();
  try {
    // As a stream, so that half a character at the end is left to be found as a cut.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch (cause) {
    throw new BackupError('not-json', { expected: 'UTF-8' }, { cause });
  }
}

/**
 * Looks over a text, before anything is parsed, by its brackets, commas and quotation marks alone.
 * @returns whether it ends in the middle
 * @throws {BackupError} where handling it would take very long (`too-large`) or could overflow the stack (`invalid`)
 */
export function looksCut(text: string): boolean {
  let [depth, lists, values] = [0, 0, 0];
  let quoted = false;
  /** By depth, how many commas the object that is open there has; lists have none of interest. */
  const fields = [-Infinity];
  for (let i = 0; i < text.length; i++) {
    const character = text.charCodeAt(i);
    if (character === quote) quoted = !quoted;
    else if (quoted) {
      if (character === backslash) i++;
    } else if (character === comma) {
      limited(++values < most.values, 'too-large', `fewer than ${most.values} values`);
      limited(++fields[depth]! < most.fields, 'invalid', `fewer than ${most.fields} fields`);
    } else if (character === openObject || character === openList) {
      limited(++lists < most.lists, 'too-large', `fewer than ${most.lists} objects`);
      limited(++depth <= most.depth, 'invalid', `at most ${most.depth} levels`);
      fields[depth] = character === openObject ? 0 : -Infinity;
    } else if ((character === closeObject || character === closeList) && --depth < 0) return false;
  }
  return quoted || depth > 0 || text.trim() === '';
}

/** The way to the first key that could reach an object's prototype where data is copied carelessly. */
function poisoned(value: unknown): string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  // Lists have no keys of their own choosing, and may be long.
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return [key];
    const found = poisoned((value as Record<string, unknown>)[key]);
    if (found) return [String(key), ...found];
  }
  return undefined;
}

/** @throws {BackupError} `too-large`, `not-json`, `truncated`, `invalid` (nesting, keys) */
export function parseJson(text: string): unknown {
  const cut = looksCut(text);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new BackupError(cut ? 'truncated' : 'not-json', {}, { cause });
  }
  const path = poisoned(data)?.join('.');
  if (path !== undefined) throw new BackupError('invalid', { path, expected: 'no such field' });
  return data;
}
