import type { Day } from '../domain/ids';

/**
 * Says, outside the database, that there was something in it: a marker without answers is progress that the browser
 * has removed, no marker is a first visit.
 */
export interface Marker {
  answers: number;
  /** Of the newest answer. */
  day: Day;
}

const key = 'leitstern-marker';

/** `undefined` also where localStorage is refused or holds something else. */
export function readMarker(): Marker | undefined {
  try {
    const { answers, day } = JSON.parse(localStorage.getItem(key) ?? '') as Partial<Record<keyof Marker, unknown>>;
    return Number.isSafeInteger(answers) && typeof day === 'string' ? { answers: answers as number, day } : undefined;
  } catch {
    return undefined;
  }
}

/** Without effect where localStorage is refused or full. */
export function writeMarker({ answers, day }: Marker): void {
  try {
    localStorage.setItem(key, JSON.stringify({ answers, day }));
  } catch {
    // The marker only words a message; nothing depends on it.
  }
}

/** For "remove everything": the next visit is a first one. */
export function dropMarker(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
