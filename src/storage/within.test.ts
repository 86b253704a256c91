import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { within } from './within';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});

test('what takes longer than its limit is rejected as a timeout, and told once', async () => {
  const onTimeout = vi.fn();
  const result = within(never, 1000, onTimeout);
  result.catch(() => {});
  await vi.advanceTimersByTimeAsync(999);
  expect(onTimeout).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await expect(result).rejects.toMatchObject({ fault: 'timeout' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(onTimeout).toHaveBeenCalledOnce();
});

test('what is done in time is passed on, and no timer is left', async () => {
  await expect(within(Promise.resolve(1), 1000)).resolves.toBe(1);
  await expect(within(Promise.reject(new Error('no')), 1000)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that slept hears what had been done meanwhile', async () => {
  const onTimeout = vi.fn();
  let end = (_: string) => {};
  const result = within(new Promise<string>((resolve) => (end = resolve)), 1000, onTimeout);
  // On waking every timer that is due runs first, the news from storage after it.
  vi.setSystemTime(Date.now() + 60_000);
  await vi.advanceTimersToNextTimerAsync();
  end('saved');
  await expect(result).resolves.toBe('saved');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onTimeout).not.toHaveBeenCalled();
});
