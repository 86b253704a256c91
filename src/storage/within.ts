import { StorageError } from './store';

/**
 * The promise with a time limit in milliseconds; past it `onTimeout` is called and the result is rejected as `timeout`.
 * A late fulfilment goes unheard. Waited in two halves, because a page that the system put to sleep finds the first one
 * over when it wakes, before it could hear what had been done meanwhile.
 */
export function within<T>(promise: Promise<T>, limit: number, onTimeout?: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => {
      timer = setTimeout(() => {
        reject(new StorageError('timeout'));
        onTimeout?.();
      }, limit / 2);
    }, limit / 2);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
