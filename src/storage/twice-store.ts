import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Facts, Settings } from '../domain/facts';
import type { Note } from '../domain/note';
import type { Examination } from './examine';
import type { Store } from './store';
import { stretches } from './stretches';
import { within } from './within';

/**
 * Keeps answers and notes a second time. Chromium throws a whole database away at the second start after it was killed in
 * the middle of a write: the log is torn then, the next start writes on behind the tear, and the one after that takes
 * the log for corrupt. One death tears one log at most, so the copy is written after the original and never beside it; and
 * what is written behind a tear is gone with it, so something is only called saved when the copy has it, too.
 * Only the original counts: it is what is read, and what it refuses is not saved. A copy that fails is left alone until
 * the next start, and the original is enough.
 */
export class TwiceStore implements Store {
  readonly kind: Store['kind'];
  #failed = false;
  #lastWrite: Promise<unknown> = Promise.resolve();
  #healing: Promise<void> = Promise.resolve();

  /**
   * @param copy `undefined` where there is none; rejected where there is one that cannot be had
   * @param limit milliseconds that a write waits for the copy at most
   */
  constructor(
    private readonly original: Store,
    private readonly copy: Promise<Store | undefined>,
    private readonly limit = 5000,
  ) {
    this.kind = original.kind;
    copy.catch(() => (this.#failed = true));
  }

  /** Fulfilled when original and copy hold the union of both, or the copy has failed. */
  heal(): Promise<void> {
    this.#healing = this.#also(async (copy) => {
      const notes = await copy.notes();
      if (notes.length) await this.original.merge({ answers: [], notes });
      // By id: as many on both sides may be others.
      for await (const { after, upTo, ids } of stretches([this.original, copy])) {
        const [here, there] = [new Set(ids[0]), new Set(ids[1])];
        const fill = async (from: Store, to: Store) =>
          to.merge({ answers: await from.answers(after, upTo), notes: [] });
        if ([...there].some((id) => !here.has(id))) await fill(copy, this.original);
        if ([...here].some((id) => !there.has(id))) await fill(this.original, copy);
      }
      await copy.merge({ answers: [], notes: await this.original.notes() });
    });
    return this.#healing;
  }

  answers(after?: AnswerId, upTo?: AnswerId): Promise<Answer[]> {
    return this.original.answers(after, upTo);
  }

  ids(after?: AnswerId, limit?: number): Promise<AnswerId[]> {
    return this.original.ids(after, limit);
  }

  count(): Promise<number> {
    return this.original.count();
  }

  notes(): Promise<Note[]> {
    return this.original.notes();
  }

  setting<Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined> {
    return this.original.setting(key);
  }

  putSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    return this.original.putSetting(key, value);
  }

  append(answer: Answer): Promise<void> {
    return this.#write((store) => store.append(answer));
  }

  putNote(note: Note): Promise<void> {
    return this.#write((store) => store.putNote(note));
  }

  merge(facts: Facts): Promise<{ answers: number; notes: number }> {
    return this.#write((store) => store.merge(facts), facts.answers.length + facts.notes.length);
  }

  /** What is broken in the original may be sound in the copy: then it comes back from there. */
  async examine(): Promise<Examination> {
    const examination = await this.original.examine();
    await this.#also((copy) => copy.examine());
    await this.heal();
    return examination;
  }

  /** The copy first: what was removed must not come back from it. */
  async clear(): Promise<void> {
    await this.#lastWrite;
    await this.#healing;
    await (await this.copy)?.clear();
    await this.original.clear();
  }

  pause(): void {
    this.#both((store) => store.pause());
  }

  resume(): void {
    this.#both((store) => store.resume());
  }

  close(): void {
    this.#both((store) => store.close());
  }

  #both(act: (store: Store) => void): void {
    act(this.original);
    this.copy.then(
      (copy) => copy && act(copy),
      () => {},
    );
  }

  /**
   * Fulfilled when the original has it and, after that, the copy, or the copy has failed.
   * @param more milliseconds that the copy has beyond the usual limit
   */
  #write<T>(work: (store: Store) => Promise<T>, more = 0): Promise<T> {
    const written = this.#lastWrite.then(async () => {
      const result = await work(this.original);
      await this.#also(work, this.limit + more);
      return result;
    });
    this.#lastWrite = written.catch(() => {});
    return written;
  }

  async #also(work: (copy: Store) => Promise<unknown>, limit?: number): Promise<void> {
    if (this.#failed) return;
    const done = this.copy.then((copy) => copy && work(copy));
    try {
      await (limit === undefined ? done : within(done, limit));
    } catch {
      this.#failed = true;
    }
  }
}
