import { afterEach, expect, test, vi } from 'vitest';
import { askPersistence, readPersistence } from './persistence';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const browserSays = (answer: () => Promise<boolean>) =>
  vi.stubGlobal('navigator', { storage: { persisted: answer, persist: answer } });

test.each([readPersistence, askPersistence])('$name tells what the browser says', async (read) => {
  browserSays(async () => true);
  expect(await read()).toBe('kept');
  browserSays(async () => false);
  expect(await read()).toBe('may-be-cleared');
});

test.each([readPersistence, askPersistence])('$name knows nothing where the browser says nothing', async (read) => {
  vi.stubGlobal('navigator', {});
  expect(await read()).toBe('unknown');
  browserSays(() => Promise.reject(new TypeError()));
  expect(await read()).toBe('unknown');
});

test.each([
  [readPersistence, 3000],
  [askPersistence, 60_000],
])('$0.name does not wait for ever', async (read, limit) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  browserSays(() => new Promise(() => {}));
  const reading = read();
  await vi.advanceTimersByTimeAsync(limit);
  expect(await reading).toBe('unknown');
  browserSays(async () => true);
  await read();
  expect(vi.getTimerCount()).toBe(0);
});
