import { afterEach, expect, test, vi } from 'vitest';
import { openBucket } from './bucket';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const browserHas = (open: unknown) => vi.stubGlobal('navigator', { storageBuckets: { open } });

test.each([[undefined], [{}]])('where the browser knows no buckets there is none: %j', async (navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await openBucket('copy', 50)).toBeUndefined();
});

test('a bucket brings its own database, on the disk at once and not cleared by the browser', async () => {
  const indexedDB = {};
  const open = vi.fn(async () => ({ indexedDB }));
  browserHas(open);
  expect(await openBucket('copy', 50)).toBe(indexedDB);
  expect(open).toHaveBeenCalledWith('copy', { persisted: true, durability: 'strict' });
});

test('one that is refused or never comes is an error', async () => {
  browserHas(() => Promise.reject(new TypeError('refused')));
  await expect(openBucket('copy', 50)).rejects.toThrow('refused');
  vi.useFakeTimers();
  browserHas(() => new Promise(() => {}));
  const opening = expect(openBucket('copy', 50)).rejects.toMatchObject({ fault: 'timeout' });
  await vi.advanceTimersByTimeAsync(50);
  await opening;
});
