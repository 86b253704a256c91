import { BackupError } from './backup-error';

/** Bytes; about 110,000 answers. */
export const largest = 32 * 2 ** 20;
const deepest = 16;

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
 * Whether the text ends in the middle, by its brackets and quotation marks alone.
 * @throws {BackupError} `invalid` where it is nested so deeply that handling it could overflow the stack
 */
function isCut(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') quoted = !quoted;
    else if (quoted) {
      if (character === '\\') i++;
    } else if (character === '{' || character === '[') {
      if (++depth > deepest) throw new BackupError('invalid', { expected: `at most ${deepest} levels` });
    } else if (character === '}' || character === ']') depth--;
  }
  return quoted || depth > 0 || text.trim() === '';
}

/** The first key that could reach an object's prototype where data is copied carelessly. */
function poisoned(value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return here;
    const found = poisoned(inner, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @throws {BackupError} `not-json`, `truncated`, `invalid` (nesting, keys) */
export function parseJson(text: string): unknown {
  const cut = isCut(text);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new BackupError(cut ? 'truncated' : 'not-json', {}, { cause });
  }
  const path = poisoned(data, '');
  if (path !== undefined) throw new BackupError('invalid', { path, expected: 'no such field' });
  return data;
}
