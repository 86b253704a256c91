/** Where in a text something is wrong, as an offset in UTF-16 units, and what. */
export interface Fault {
  offset: number;
  message: string;
}

/** Largest file that is read, in bytes; a long dialogue in two languages has about 30,000. */
export const maxBytes = 256 * 1024;

/** Collections in collections; a scene has eight levels. */
export const maxLevels = 32;
const maxBrackets = 500;
const maxRun = 12;

export const tooManyLevels = `expected at most ${maxLevels} levels, found deeper nesting`;

/**
 * What makes a file unfit to be given to the YAML parser: it overflows the stack on deep nesting (about 1,000 levels;
 * where the stack is nearly full, Node itself may go down), and lets a byte order mark and control characters pass.
 *
 * The levels are not counted exactly, as that needs the parser: brackets are counted wherever they stand, so nothing
 * can hide them, and far more of them are let pass than a scene needs.
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

/** `- - -`, `? ? ?` or `: : :`: each sign opens a level. */
const run = new RegExp(`(?:[-?:][ \\t]+){${maxRun + 1}}`);

/** The indentation of a line that holds something, or an opening bracket. */
const opening = /^ *(?![\t ]*(?:#|$))|[[{]/gm;

function tooDeep(text: string): Fault | undefined {
  const inLine = text.search(run);
  if (inLine >= 0) return { offset: inLine, message: tooManyLevels };

  let brackets = 0;
  const columns: number[] = [];
  for (const { index, 0: start } of text.matchAll(opening)) {
    if (start === '[' || start === '{') {
      if (++brackets > maxBrackets)
        return { offset: index, message: `expected at most ${maxBrackets} brackets [ and {, found more` };
    } else {
      while ((columns.at(-1) ?? -1) >= start.length) columns.pop();
      if (columns.push(start.length) > maxLevels) return { offset: index, message: tooManyLevels };
    }
  }
  return undefined;
}
