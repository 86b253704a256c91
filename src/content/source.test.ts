import { describe, expect, test } from 'vitest';
import { findingsIn, formatFinding } from './finding';
import { readYaml } from './source';

const faultsOf = (text: string) => {
  const finding = findingsIn('f', text);
  return readYaml(text).faults.map(({ offset, message }) => formatFinding(finding(offset, [], message)));
};

describe('syntax in plain words', () => {
  test.each([
    ['an unclosed quote, at its opening', 'a: 1\nb: "abc\nc: 2\n', 'f:2:4: expected a closing ", found none'],
    ['an unclosed quote of the other kind', "a: 'abc\nb: 'def'\n", "f:1:4: expected a closing ', found none"],
    ['a name that stands twice', 'a:\n  b: 1\n  b: 2\n', 'f:3:3: expected every name once, found "b" again'],
    ['a tab', 'a:\n\tb: 1\n', 'f:2:1: expected spaces at the start of the line, found a tab'],
    [
      'a colon in a text without quotes',
      'a: x: y\n',
      'f:1:4: expected one "name: value" on a line, found more (a text that holds ": " needs quotes)',
    ],
    [
      'a quotation at the start of a text',
      'a: "Ja" sagt er\n',
      'f:1:9: expected the end of the value, found more (a text with quotes in it needs quotes around the whole)',
    ],
    ['a sign that means something else', 'a: @x\n', 'f:1:4: expected quotes around a text that begins with @'],
    ['a percent sign', 'a: %x\n', 'f:1:4: expected quotes around a text that begins with %'],
    ['a line without a colon', 'a: 1\n# b\nc\n', 'f:3:1: expected "name: value", found a line without a colon'],
    ['an open brace', 'a: { b: 1\nc: 2\n', 'f:2:1: expected a closing }, found none'],
    [
      'a line set in wrongly',
      'a:\n    b: 1\n  c: 2\n',
      'f:3:1: expected the same number of spaces as in the lines it belongs to, found another',
    ],
    ['a second document', 'a: 1\n---\nb: 1\n', 'f:2:1: expected one document, found a second one after ---'],
    ['a tag', 'a: !Achtung b\n', 'f:1:4: expected no tag, found one (a text that begins with ! needs quotes)'],
    ['a comment too near', 'a: "x"#y\n', 'f:1:7: expected a space before the #, found none'],
    ['a collection as a name', '{a: b}: c\n', 'f:1:1: expected a name before the colon, found a collection'],
    [
      'an unknown escape',
      'a: "\\q"\n',
      'f:1:5: expected a known sign after the \\, found another (\\\\ stands for one \\)',
    ],
  ])('%s', (_, text, finding) => {
    expect(faultsOf(text)).toEqual([finding]);
  });

  test('every name that stands twice is found', () => {
    expect(faultsOf('a: 1\na: 2\nb: { c: 1, c: 2 }\n')).toHaveLength(2);
  });
});

describe('data and nothing more', () => {
  test('aliases and anchors are refused, so none can multiply', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
    ];
    const faults = faultsOf(bomb.join('\n'));
    expect(faults).toHaveLength(9 + 16);
    expect(faults).toContain('f:2:8: expected no alias, found *a (a text that begins with * needs quotes)');
    expect(faults).toContain('f:1:7: expected no anchor, found &a (a text that begins with & needs quotes)');
  });

  test('a text that begins with & does not lose its first word unnoticed', () => {
    expect(faultsOf('a: &Co macht das\n')).toEqual([
      'f:1:8: expected no anchor, found &Co (a text that begins with & needs quotes)',
    ]);
  });

  test('names of the language come out as data', () => {
    expect(Object.keys(readYaml('__proto__: { x: 1 }\n').source?.value as object)).toEqual(['__proto__']);
  });

  test('hash signs, brackets and dashes inside texts are texts', () => {
    const text = `a: "[[[[ {{{{ # - - -"\nb: |\n  - - - -\n    deep\n       deeper\nc: '*x &y !z'\n`;
    expect(readYaml(text).source?.value).toEqual({
      a: '[[[[ {{{{ # - - -',
      b: '- - - -\n  deep\n     deeper\n',
      c: '*x &y !z',
    });
  });
});

describe('unfit for the parser', () => {
  const deep = 10_000;
  const levels = 'expected at most 32 levels, found deeper nesting';
  /** Each line one column further in than the one before. */
  const stairs = (...lines: string[]) =>
    Array.from({ length: 400 }, (_, i) => lines.map((line) => ' '.repeat(i) + line).join('\n')).join('\n');
  test.each([
    ['[', '['.repeat(deep), `f:1:32: ${levels}`],
    ['[ ]', '['.repeat(deep) + ']'.repeat(deep), `f:1:32: ${levels}`],
    ['{', '{a: '.repeat(deep), `f:1:125: ${levels}`],
    ['[ with closers in comments and quotes', '[ "]", # ]\n'.repeat(deep), `f:32:1: ${levels}`],
    ['- - -', `${'- '.repeat(deep)}x`, `f:1:65: ${levels}`],
    ['? ? ?', `${'? '.repeat(deep)}x`, `f:1:65: ${levels}`],
    ['indentation', stairs('a:'), `f:33:33: ${levels}`],
    ['lists set in', stairs('-'), `f:33:33: ${levels}`],
    ['indentation between empty lines and comments', stairs('a:\n\n# x\n'), `f:129:33: ${levels}`],
    ['indentation between texts', stairs('x: |', '     text', 'a:'), `f:94:35: ${levels}`],
    ['all together', `${stairs('-').slice(0, 150)}${'- '.repeat(9)}${'[{a: '.repeat(20)}`, `f:16:50: ${levels}`],
  ])('nesting by %s', (_, text, finding) => {
    expect(faultsOf(text)).toEqual([finding]);
  });

  test.each([
    [
      'a byte order mark',
      '\uFEFFa: 1',
      'f:1:1: expected readable text, found a byte order mark (save the file as UTF-8 without BOM)',
    ],
    ['NUL', 'a: x\0y', 'f:1:5: expected readable text, found the character U+0000'],
    ['a bell', 'a: 1\nb: x\u0007', 'f:2:5: expected readable text, found the character U+0007'],
    ['a carriage return by itself', 'a: 1\rb: 2', 'f:1:5: expected readable text, found the character U+000D'],
    ['half a character', 'a: \uD83D', 'f:1:4: expected readable text, found the character U+D83D'],
  ])('%s', (_, text, finding) => {
    expect(faultsOf(text)).toEqual([finding]);
  });

  test('Windows line ends are read', () => {
    expect(readYaml('a: 1\r\nb:\r\n  c: 2\r\n').source?.value).toEqual({ a: 1, b: { c: 2 } });
  });
});
