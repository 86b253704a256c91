import { StorageError } from './store';

/**
 * The promise with a time limit in milliseconds; past it `onTimeout` is called and the result is rejected as `timeout`.
 * A late fulfilment goes unheard.
 */
export function within<T>(promise: Promise<T>, limit: number, onTimeout?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StorageError('timeout'));
      onTimeout?.();
    }, limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
