import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Facts, Settings } from '../domain/facts';
import type { Note } from '../domain/note';
import type { Connection } from './connection';
import { newsIn } from './merge';
import type { StoreName } from './migrations';
import type { Store } from './store';
import { transact, type Transaction } from './transact';

/** Keeps things in IndexedDB. Every method is one transaction. */
export class DatabaseStore implements Store {
  readonly kind = 'database';

  /** @param limit milliseconds for a transaction */
  constructor(
    private readonly connection: Connection,
    private readonly limit = 5000,
  ) {}

  answers(after?: AnswerId): Promise<Answer[]> {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    return this.#read('answers', (transaction) => transaction.objectStore('answers').getAll(range));
  }

  count(): Promise<number> {
    return this.#read('answers', (transaction) => transaction.objectStore('answers').count());
  }

  append(answer: Answer): Promise<void> {
    return this.#write(['answers'], async (transaction) => {
      const answers = transaction.objectStore('answers');
      // Written again even if it is there: the one who wrote it may have been told that it took too long, and only a
      // write of one's own says that it is on the disk.
      await answers.put((await answers.get(answer.id)) ?? answer);
    });
  }

  notes(): Promise<Note[]> {
    return this.#read('notes', (transaction) => transaction.objectStore('notes').getAll());
  }

  putNote(note: Note): Promise<void> {
    return this.#write(['notes'], async (transaction) => {
      await transaction.objectStore('notes').put(note);
    });
  }

  setting<Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined> {
    return this.#read('settings', (transaction) => transaction.objectStore('settings').get(key)) as Promise<
      Settings[Key] | undefined
    >;
  }

  putSetting<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    // May be lost without loss, so that no answer has to wait for the disk twice.
    return this.#write(
      ['settings'],
      async (transaction) => {
        await transaction.objectStore('settings').put(value, key);
      },
      { durability: 'relaxed' },
    );
  }

  merge(facts: Facts): Promise<{ answers: number; notes: number }> {
    // A write in bulk takes well under a millisecond a record, on a slow phone too.
    const more = facts.answers.length + facts.notes.length;
    return this.#write(
      ['answers', 'notes'],
      async (transaction) => {
        const answers = transaction.objectStore('answers');
        const notes = transaction.objectStore('notes');
        const news = newsIn(facts, { answers: await answers.getAllKeys(), notes: await notes.getAll() });
        // Async, because a put may also throw, and then the others' rejections must find a listener.
        await Promise.all([
          ...news.answers.map(async (answer) => answers.put(answer)),
          ...news.notes.map(async (note) => notes.put(note)),
        ]);
        return { answers: news.answers.length, notes: news.notes.length };
      },
      { more },
    );
  }

  clear(): Promise<void> {
    return this.#write(['answers', 'notes', 'packs', 'settings'], async (transaction) => {
      await Promise.all([...transaction.objectStoreNames].map(async (name) => transaction.objectStore(name).clear()));
    });
  }

  close(): void {
    this.connection.close();
  }

  #read<T>(store: StoreName, work: (transaction: Transaction<'readonly'>) => Promise<T>): Promise<T> {
    return this.connection.use((db) => transact(db, [store], 'readonly', this.limit, work));
  }

  /** @param more milliseconds beyond the usual limit */
  #write<T>(
    stores: StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<T>,
    { more = 0, durability = 'strict' }: { more?: number; durability?: IDBTransactionDurability } = {},
  ): Promise<T> {
    return this.connection.use((db) => transact(db, stores, 'readwrite', this.limit + more, work, durability));
  }
}
