import type { Day } from '../domain/ids';

/**
 * Says, outside the database, that there was something in it: a marker without answers is progress that the browser
 * has removed, no marker is a first visit.
 */
export interface Marker {
  answers: number;
  /** Of the newest answer. */
  day: Day;
  /** A round was begun and can be gone on with. */
  round: boolean;
}

const key = 'leitstern-marker';

/** `undefined` also where localStorage is refused or holds something else. */
export function readMarker(): Marker | undefined {
  try {
    const { answers, day, round } = JSON.parse(localStorage.getItem(key) ?? '') as Partial<
      Record<keyof Marker, unknown>
    >;
    return Number.isSafeInteger(answers) && typeof day === 'string'
      ? { answers: answers as number, day, round: round === true }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Without effect where localStorage is refused or full. */
export function writeMarker({ answers, day, round }: Marker): void {
  try {
    localStorage.setItem(key, JSON.stringify({ answers, day, round }));
  } catch {
    // The marker only words a message and a button; nothing depends on it.
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
