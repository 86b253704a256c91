import type { Answer } from '../domain/answer';

const key = 'leitstern.parked';

/**
 * Answers that wait in the session for the next start: iOS can lose the connection to its storage process for good, and
 * only a reload heals it. They are then written under the same ids.
 */
export function parkAnswers(answers: readonly Answer[]): void {
  try {
    if (answers.length) sessionStorage.setItem(key, JSON.stringify(answers));
    else sessionStorage.removeItem(key);
  } catch {
    // Then they wait in the page.
  }
}

export function parkedAnswers(): Answer[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Answer[];
  } catch {
    return [];
  }
}
