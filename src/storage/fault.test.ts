import { describe, expect, test } from 'vitest';
import { mayHeal, storageError } from './fault';
import { StorageError } from './store';

const lostByWebKit = 'Connection to Indexed Database server lost. Refresh the page to try again';

describe('what an error of IndexedDB means', () => {
  test.each([
    [new DOMException('', 'QuotaExceededError'), 'quota', 'quota'],
    [new DOMException('', 'VersionError'), 'future', 'future'],
    [new DOMException('', 'SecurityError'), 'refused', 'refused'],
    [new DOMException('', 'InvalidStateError'), 'refused', 'lost'],
    [new DOMException(lostByWebKit, 'UnknownError'), 'lost', 'lost'],
    [new DOMException('lost', 'UnknownError'), 'failed', 'failed'],
    [new DOMException('the connection', 'UnknownError'), 'failed', 'failed'],
    [new TypeError('x'), 'failed', 'failed'],
    ['no error at all', 'failed', 'failed'],
    [undefined, 'failed', 'failed'],
  ])('%s: %s at opening, %s in use', (error, opening, using) => {
    expect(storageError(error, 'open')).toMatchObject({ name: 'StorageError', fault: opening, cause: error });
    expect(storageError(error, 'use')).toMatchObject({ name: 'StorageError', fault: using, cause: error });
  });

  test('what has its meaning already keeps it', () => {
    const error = new StorageError('blocked');
    expect(storageError(error, 'open')).toBe(error);
    expect(error.message).toBe('storage: blocked');
  });
});

test.each([
  [new DOMException(lostByWebKit, 'UnknownError'), true],
  [new DOMException('', 'InvalidStateError'), true],
  [new DOMException('', 'AbortError'), true],
  [new DOMException('', 'UnknownError'), true],
  [new DOMException('', 'TransactionInactiveError'), true],
  [new DOMException('', 'QuotaExceededError'), false],
  [new DOMException('', 'DataError'), false],
  [{ name: 'AbortError' }, false],
])('another connection may help where the old one may be at fault: %s', (error, helps) => {
  expect(mayHeal(storageError(error, 'use'))).toBe(helps);
});

test.each(['NotAbortError', 'AbortErrors'])('a name that only contains one of those is another: %s', (name) => {
  expect(mayHeal(storageError(new DOMException('', name), 'use'))).toBe(false);
});
