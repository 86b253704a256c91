import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless, tidied } from './harmless';

test.each([
  ['Rechnung \u202egnp.exe', 'Rechnung gnp.exe'],
  ['\u2066a\u2067b\u2068c\u2069', 'abc'],
  ['\u202a\u202b\u202c\u202d\u202e\u200e\u200f\u061c', ''],
  ['Part\u200bner\u2060\ufeff', 'Partner'],
  ['Part\u200c\u200dner', 'Partner'],
  ['\0\u0007\u001b[31m\u007f\u0085', '[31m'],
  ['\ud800x\udc00', 'x'],
  ['\u{e0041}\u{e007f}', ''],
  ['\u{1d173}\ufff9\ue000', ''],
  ['a\u2028b\u2029c', 'abc'],
  ['lea\u00adding', 'leading'],
  ['\u3164\u115f\u1160\uffa0', ''],
])('what deceives is taken out: %j', (text, left) => expect(harmless(text)).toBe(left));

test('marks do not pile up beyond four', () => {
  expect(harmless(`e${'\u0301'.repeat(60)}!`)).toBe(`e${'\u0301'.repeat(4)}!`);
});

test.each([
  'Grüße aus Łódź, Việt Nam: „ja“ – 3 × 4 m²',
  'zwei\nZeilen\tund ein Tabulator',
  'Familie 👨‍👩‍👧‍👦, Flagge 🇩🇪, Daumen 👍🏽, Herz ❤️‍🔥, Arzt 👩🏽‍⚕️',
  'می‌خواهم',
  'क्‍ष',
  'مرحبا שלום',
  '<script>alert(1)</script> & Co.',
])('what is only writing stays as it is: %j', (text) => expect(harmless(text)).toBe(text));

// Word puts \v where a line ends within a paragraph; with one in it, a note counts as broken.
test.each([
  ['eins\r\nzwei\rdrei', 'eins\nzwei\ndrei'],
  ['eins\vzwei\fdrei\u0085vier', 'eins\nzwei\ndrei\nvier'],
  ['eins\u2028zwei\u2029drei', 'eins\nzwei\ndrei'],
  ['eins\0 \u0007zwei\u001b\u007f', 'eins zwei'],
  ['\v  Satz\t1 \f', 'Satz\t1'],
  ['\u0007 \v', ''],
  ['abgeschnitten \ud83d', 'abgeschnitten'],
])('what is pasted is kept without controls, its lines as lines: %j', (text, left) => expect(tidied(text)).toBe(left));

test('what is kept holds nothing that storage refuses, and is as good as tidied again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\v', '\r', '\0', '\x7f', '\ud83d', 'e\u0301') }),
      (text) => {
        expect(tidied(text)).not.toMatch(/\p{Cs}|[\0-\x08\x0b-\x1f\x7f]/u);
        expect(tidied(tidied(text))).toBe(tidied(text));
      },
    ),
  );
});
