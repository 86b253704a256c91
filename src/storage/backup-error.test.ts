import { expect, test } from 'vitest';
import { BackupError } from './backup-error';

test('a refusal says why, where, what was expected and what was found', () => {
  const error = new BackupError('invalid', { path: 'facts.answers.3.at', expected: 'a number', found: '"now"' });
  expect(error).toMatchObject({ name: 'BackupError', reason: 'invalid' });
  expect(error.message).toBe('backup: invalid, at facts.answers.3.at, expected a number, found "now"');
});

test('it says no more than it knows, and keeps what it came from', () => {
  const cause = new Error('inner');
  expect(new BackupError('not-json', {}, { cause })).toMatchObject({ message: 'backup: not-json', cause });
  expect(new BackupError('too-large', { found: '7' }).message).toBe('backup: too-large, found 7');
});

test('of what stands in a foreign file it tells a hundred characters', () => {
  const long = 'x'.repeat(101);
  const error = new BackupError('invalid', { path: long, expected: long, found: long });
  for (const part of [error.path, error.expected, error.found]) expect(part).toBe('x'.repeat(100));
  expect(error.message).not.toContain(long);
});
