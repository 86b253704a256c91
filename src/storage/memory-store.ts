import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Facts, Settings } from '../domain/facts';
import type { Note } from '../domain/note';
import type { Examination } from './examine';
import { newsIn } from './merge';
import { StorageError, type Store } from './store';

const byId = <T extends { id: string }>(records: Map<string, T>): T[] =>
  structuredClone([...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));

/** Keeps things as long as the page. It copies what it takes and gives, as a database does. */
export class MemoryStore implements Store {
  readonly kind = 'memory';
  #answers = new Map<string, Answer>();
  #notes = new Map<string, Note>();
  #settings = new Map<string, unknown>();
  #closed = false;

  async answers(after = '', upTo?: AnswerId): Promise<Answer[]> {
    this.#open();
    return byId(this.#answers).filter(({ id }) => id > after && (upTo === undefined || id <= upTo));
  }

  async ids(after = '', limit?: number): Promise<AnswerId[]> {
    this.#open();
    const ids = [...this.#answers.keys()].sort().filter((id) => id > after);
    return ids.slice(0, limit);
  }

  async count(): Promise<number> {
    this.#open();
    return this.#answers.size;
  }

  async append(answer: Answer): Promise<void> {
    this.#take({ answers: [answer], notes: [] });
  }

  async notes(): Promise<Note[]> {
    this.#open();
    return byId(this.#notes);
  }

  async putNote(note: Note): Promise<void> {
    this.#take({ answers: [], notes: [note] });
  }

  async setting<Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined> {
    this.#open();
    return structuredClone(this.#settings.get(key)) as Settings[Key] | undefined;
  }

  async putSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    this.#open();
    this.#settings.set(key, this.#copy(value));
  }

  async merge(facts: Facts): Promise<{ answers: number; notes: number }> {
    this.#open();
    const news = newsIn(facts, { answers: this.#answers.keys(), notes: this.#notes.values() });
    this.#take(news);
    return { answers: news.answers.length, notes: news.notes.length };
  }

  /** What the page itself has put here is sound. */
  async examine(): Promise<Examination> {
    this.#open();
    this.#settings.delete('snapshot');
    return {
      examined: this.#answers.size + this.#notes.size + this.#settings.size,
      quarantined: 0,
      discarded: 0,
      released: 0,
    };
  }

  async clear(): Promise<void> {
    this.#open();
    for (const records of [this.#answers, this.#notes, this.#settings]) records.clear();
  }

  pause(): void {}

  resume(): void {}

  close(): void {
    this.#closed = true;
  }

  #open(): void {
    if (this.#closed) throw new StorageError('lost');
  }

  /** A proxy (a component's state) cannot be copied, here as little as in a database. */
  #copy<T>(value: T): T {
    try {
      return structuredClone(value);
    } catch (cause) {
      throw new StorageError('failed', { cause });
    }
  }

  #take(facts: Facts): void {
    this.#open();
    const { answers, notes } = this.#copy(facts);
    for (const answer of answers) if (!this.#answers.has(answer.id)) this.#answers.set(answer.id, answer);
    for (const note of notes) this.#notes.set(note.id, note);
  }
}
