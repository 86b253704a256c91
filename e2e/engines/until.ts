import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer that is neither empty nor false.
 * @param what for the message
 * @param patience milliseconds
 * @throws where that takes too long
 */
export async function until<T>(what: string, ask: () => T | Promise<T>, patience = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${patience} ms: ${what}`);
    await pause(20);
  }
}
