import { describe, expect, test, vi } from 'vitest';
import { makeBackup, readBackup } from './backup';
import type { BackupError } from './backup-error';
import { looksCut } from './backup-text';
import { origin, refusal } from './backup.fixture';
import { anAnswer } from './facts.fixture';

describe('a file that would cost too much', () => {
  const many = 400_000;

  test('may have as many lists and values, levels and fields as the limits say, and no more', () => {
    const fits = (text: string) => {
      try {
        return looksCut(text) ? 'cut' : 'fits';
      } catch (error) {
        return (error as BackupError).expected;
      }
    };
    expect(fits('[]'.repeat(many - 1))).toBe('fits');
    expect(fits('[]'.repeat(many))).toBe('fewer than 400000 objects');
    expect(fits(','.repeat(5 * many - 1))).toBe('fits');
    expect(fits(','.repeat(5 * many))).toBe('fewer than 2000000 values');
    expect(fits('['.repeat(16) + ']'.repeat(16))).toBe('fits');
    expect(fits('['.repeat(17) + ']'.repeat(17))).toBe('at most 16 levels');
    expect(fits(`{${'"":0,'.repeat(63)}"":0}`)).toBe('fits');
    expect(fits(`{${'"":0,'.repeat(64)}"":0}`)).toBe('fewer than 64 fields');
  });

  test('row 30: a large file is refused before it is read', async () => {
    const size = 100 * 2 ** 20;
    const blob = { size, text: expect.unreachable, arrayBuffer: expect.unreachable, stream: expect.unreachable };
    expect(await refusal(blob as unknown as Blob)).toMatchObject({ reason: 'too-large', found: String(size) });
    expect((await refusal(' '.repeat(32 * 2 ** 20 + 1))).reason).toBe('too-large');
  });

  test('an object of very many fields is refused before it is parsed, wherever it stands', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const fields = Array.from({ length: 65 }, (_, i) => `"f${i}":{"a":[1,2],"b":0}`).join(',');
    for (const text of [`{${fields}}`, `[0,1,{${fields}}]`, `{"facts":{"answers":[{},{"id":"1",${fields}}]}}`])
      expect(await refusal(text)).toMatchObject({ reason: 'invalid', expected: 'fewer than 64 fields' });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test.each(['[', '{"a":'])('row 31: nesting is refused before it is parsed: %s', async (open) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect((await refusal(open.repeat(100_000))).reason).toBe('invalid');
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  test('brackets within a string are no nesting', async () => {
    const facts = { answers: [anAnswer({ response: '[{"'.repeat(40) + '\\' })], notes: [] };
    expect(await readBackup((await makeBackup(facts, origin)).file)).toEqual(facts);
  });

  test('what a foreign file says is told in part only', async () => {
    const error = await refusal(JSON.stringify({ format: 'x'.repeat(1e6) }));
    expect(error.message.length).toBeLessThan(500);
    expect(error.found).toHaveLength(100);
  });
});

describe('whether a text ends in the middle', () => {
  test.each(['', ' \n', '{', '[1', '{"a', '{"a\\"}', '[{}', '{"a":"]}'])('it does: %s', (text) =>
    expect(looksCut(text)).toBe(true),
  );

  test.each(['3', '{}', '[{"a":"]"}]', '{"a":"\\""}', '"{"', ']', '{}}{', '"a","b"'])('it does not: %s', (text) =>
    expect(looksCut(text)).toBe(false),
  );
});
