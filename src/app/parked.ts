import type { Answer } from '../domain/answer';

const key = 'leitstern.parked';

/**
 * iOS can lose the connection to its storage process for good; only a reload heals it. An answer that was caught by
 * that waits in the session and is written after the reload, under the same id.
 */
export function parkAnswer(answer: Answer): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(answer));
  } catch {
    // Then it waits in the page.
  }
}

export function takeParked(): Answer | undefined {
  try {
    const parked = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return parked ? (JSON.parse(parked) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
