import { describe, expect, test, vi } from 'vitest';
import { makeBackup } from './backup';
import { origin, refusal } from './backup.fixture';
import { anAnswer } from './facts.fixture';

describe('a file that would cost too much', () => {
  test('a backup that could not be read again is not made', async () => {
    const long = 'x'.repeat(190);
    const answer = { attempt: long, pack: long, scenario: long, version: long, turn: long, response: long };
    const answers = Array.from({ length: 26_000 }, (_, n) => anAnswer({ ...answer, id: String(n) }));
    await expect(makeBackup({ answers, notes: [] }, origin)).rejects.toMatchObject({ reason: 'too-large' });
  }, 30_000);

  test.each([
    ['[],', 'objects', 'too-large'],
    ['{},', 'objects', 'too-large'],
    ['[[[[],[]]]],', 'objects', 'too-large'],
    ['1,', 'values', 'too-large'],
    ['"",', 'values', 'too-large'],
  ])('a great many small things are refused before they are parsed: %s', async (unit, what, reason) => {
    const parse = vi.spyOn(JSON, 'parse');
    const error = await refusal(`{"facts":[${unit.repeat(2_100_000)}0]}`);
    expect([error.reason, error.expected]).toEqual([reason, expect.stringContaining(what)]);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });
});
