import { StorageError, type StorageFault } from './store';

/**
 * What an error of IndexedDB means here.
 * @param during `InvalidStateError` says "not allowed" when opening (private mode), "closed" when using a connection
 */
function faultOf(error: unknown, during: 'open' | 'use'): StorageFault {
  const { name, message } = error instanceof Error ? error : new Error();
  switch (name) {
    case 'QuotaExceededError':
      return 'quota';
    case 'VersionError':
      return 'future';
    case 'SecurityError':
      return 'refused';
    case 'InvalidStateError':
      return during === 'open' ? 'refused' : 'lost';
  }
  // WebKit has no name of its own for it: "Connection to Indexed Database server lost. Refresh the page to try again".
  return /connection.*lost/i.test(message) ? 'lost' : 'failed';
}

/** The error as the app knows it; the original is its `cause`. */
export function storageError(error: unknown, during: 'open' | 'use'): StorageError {
  return error instanceof StorageError ? error : new StorageError(faultOf(error, during), { cause: error });
}

/**
 * Whether the connection may be what is at fault, so that a new one may do. A forced close aborts what is running
 * before it says so, Chromium and WebKit report their own crashes as `UnknownError`, and WebKit ends a transaction
 * between two requests when its storage dies.
 */
export const mayHeal = (error: StorageError): boolean =>
  error.fault === 'lost' ||
  (error.cause instanceof Error && /^(Abort|TransactionInactive|Unknown)Error$/.test(error.cause.name));
