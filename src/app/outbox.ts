import type { Answer } from '../domain/answer';

/** An answer that is not on disk yet. */
export interface Waiting {
  answer: Answer;
  /** Called when it is on disk. */
  saved: () => void;
}

const key = 'leitstern.parked';

/**
 * The answers that are given and not on disk yet: those on their way, and those that wait for another try because
 * storage failed. They wait in the session, too: iOS can lose the connection to its storage process for good, and only a
 * reload heals it. They are then written under the same ids.
 */
export class Outbox {
  #failed: Waiting[] = [];
  #writing = new Set<Answer>();

  /** Those that wait for another try. */
  get failed(): Answer[] {
    return this.#failed.map(({ answer }) => answer);
  }

  /** What an earlier visit of this session left. */
  parked(): Answer[] {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Answer[];
    } catch {
      return [];
    }
  }

  /** Puts those that wait into the session; where the page is left, those on their way as well. */
  park(leaving = false): void {
    const answers = leaving ? [...this.failed, ...this.#writing] : this.failed;
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

  /** Storage failed: it waits. */
  keep(waiting: Waiting): void {
    this.#failed.push(waiting);
  }

  /** Takes all that wait, for another try. */
  take(): Waiting[] {
    const taken = this.#failed;
    this.#failed = [];
    return taken;
  }
}
