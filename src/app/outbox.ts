import type { Answer } from '../domain/answer';

/** An answer that is not on disk yet. */
export interface Waiting {
  answer: Answer;
  /** Called when it is on disk. */
  saved: () => void;
}

const key = 'leitstern.parked';

/** What an earlier visit of this session left. */
function recalled(): Waiting[] {
  try {
    const parked: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(parked) ? parked.map((answer: Answer) => ({ answer, saved: () => {} })) : [];
  } catch {
    return [];
  }
}

/**
 * The answers that are given and not on disk yet: those on their way, and those that wait for another try because
 * storage failed or could not be opened. They wait in the session, too, so that a reload brings them along: iOS can lose
 * the connection to its storage process for good, and only a reload heals it. They are then written under the same ids.
 */
export class Outbox {
  /** Recalled late: the session is first asked for after the first scene stands. */
  #waiting: readonly Waiting[] | undefined;
  #writing = new Set<Answer>();

  /** Those that wait for another try, in the order in which they were given. */
  get waiting(): readonly Waiting[] {
    return (this.#waiting ??= recalled());
  }

  /** Puts those that wait into the session; where the page is left, those on their way as well. */
  park(leaving = false): void {
    const waiting = this.waiting.map(({ answer }) => answer);
    const answers = leaving ? [...new Set([...waiting, ...this.#writing])] : waiting;
    try {
      if (answers.length) sessionStorage.setItem(key, JSON.stringify(answers));
      else sessionStorage.removeItem(key);
    } catch {
      // Then they wait in the page.
    }
  }

  /** An answer is on its way as long as `write` runs. */
  async during(answer: Answer, write: () => Promise<void>): Promise<void> {
    this.#writing.add(answer);
    await write().finally(() => this.#writing.delete(answer));
  }

  /** Not on disk: it waits. */
  keep(waiting: Waiting): void {
    this.#waiting = [...this.waiting, waiting];
    this.park();
  }

  /** It is on disk after all. */
  settle(waiting: Waiting): void {
    this.#waiting = this.waiting.filter((other) => other !== waiting);
    this.park();
    waiting.saved();
  }

  /** Nothing is to be written any more. */
  clear(): void {
    this.#waiting = [];
    this.park();
  }
}
