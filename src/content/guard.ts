import { Lexer } from 'yaml';

/** Where in a text something is wrong, as an offset in UTF-16 units, and what. */
export interface Fault {
  offset: number;
  message: string;
}

/** Largest file that is read, in bytes; a long dialogue in two languages has about 30,000. */
export const maxBytes = 256 * 1024;

/** Collections in collections; a scene has eight levels. */
const maxLevels = 32;

/**
 * What makes a file unfit to be given to the YAML parser. That one lets a byte order mark and control characters pass,
 * and calls itself for every level of nesting: at about 900 it runs out of stack, and if that happens while a regular
 * expression is compiled, Node itself goes down and nothing can catch it.
 */
export function guard(text: string): Fault | undefined {
  return unreadable(text) ?? tooDeep(text);
}

/** Everything but tab, line feed and the carriage return of a Windows line end. */
const control = /(?!\r\n)[^\P{Cc}\t\n]|\uFEFF|\p{Cs}/u;

function unreadable(text: string): Fault | undefined {
  const offset = text.search(control);
  if (offset < 0) return undefined;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const name = code === 'FEFF' ? 'a byte order mark (save the file as UTF-8 without BOM)' : `the character U+${code}`;
  return { offset, message: `expected readable text, found ${name}` };
}

/** The lexer announces every text, and marks documents and errors, by tokens of no length. */
const marks = ['\x02', '\x18', '\x1F'];

/** Spaces, line ends, comments, and the texts after `|` and `>`, which alone begin with the spaces before them. */
const isNoNode = (token: string) => /^[ \t\r\n#]/.test(token);

/**
 * Counts levels from the tokens, which the lexer finds without calling itself: open brackets, and the columns at which
 * something begins in the lines that a line belongs to. A map and a list in it may share a column, so the parser meets
 * at most twice as many levels as are counted.
 */
function tooDeep(text: string): Fault | undefined {
  const columns: number[] = [];
  let [offset, lineStart, brackets] = [0, 0, 0];
  let before: 'line' | 'indicator' | 'node' = 'line';
  for (const token of new Lexer().lex(text)) {
    if (marks.includes(token)) continue;
    if (!isNoNode(token)) {
      if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
      else if (brackets === 0 && before !== 'node') {
        const column = offset - lineStart;
        while ((columns.at(-1) ?? -1) >= column) columns.pop();
        columns.push(column);
      }
      if (token === '[' || token === '{') brackets++;
      if (columns.length + brackets > maxLevels)
        return { offset, message: `expected at most ${maxLevels} levels, found deeper nesting` };
      before = /^[-?:]$/.test(token) ? 'indicator' : 'node';
    }
    offset += token.length;
    const lineEnd = token.lastIndexOf('\n');
    if (lineEnd >= 0) lineStart = offset - (token.length - lineEnd - 1);
    if (token.endsWith('\n')) before = 'line';
  }
  return undefined;
}
