import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Facts, Settings } from '../domain/facts';
import type { Note } from '../domain/note';
import { isAnswer, isNote } from './backup-schema';
import type { Connection } from './connection';
import { type Examination, type Examined, isSetting, isSound, type Quarantined } from './examine';
import { newsIn } from './merge';
import type { StoreName } from './migrations';
import type { Store } from './store';
import { transact, type Transaction } from './transact';

/** Records that a merge writes before it lets the page draw breath. */
const atOnce = 100;

/** Keeps things in IndexedDB. Every method is one transaction. */
export class DatabaseStore implements Store {
  readonly kind = 'database';
  #undo = new AbortController();

  /**
   * @param limit milliseconds for a transaction
   * @param onBroken called whenever a read has passed over a broken record
   */
  constructor(
    private readonly connection: Connection,
    private readonly limit = 5000,
    private readonly onBroken: () => void = () => {},
  ) {}

  answers(after?: AnswerId, upTo?: AnswerId): Promise<Answer[]> {
    return this.#sound(
      this.#read('answers', (transaction) => transaction.objectStore('answers').getAll(between(after, upTo))),
      isAnswer,
    );
  }

  ids(after?: AnswerId, limit?: number): Promise<AnswerId[]> {
    return this.#read('answers', (transaction) => transaction.objectStore('answers').getAllKeys(between(after), limit));
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
    return this.#sound(
      this.#read('notes', (transaction) => transaction.objectStore('notes').getAll()),
      isNote,
    );
  }

  putNote(note: Note): Promise<void> {
    return this.#write(['notes'], async (transaction) => {
      await transaction.objectStore('notes').put(note);
    });
  }

  async setting<Key extends keyof Settings>(key: Key): Promise<Settings[Key] | undefined> {
    const value = await this.#read('settings', (transaction) => transaction.objectStore('settings').get(key));
    return isSetting(key, value) ? (value as Settings[Key] | undefined) : undefined;
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
        const known = await answers.getAllKeys(around(facts.answers));
        const news = newsIn(facts, { answers: known, notes: (await notes.getAll()).filter(isNote) });
        // Some at a time: all at once would hold up a slow phone for seconds.
        for (let i = 0; i < news.answers.length; i += atOnce)
          await all(news.answers.slice(i, i + atOnce), (answer) => answers.put(answer));
        await all(news.notes, (note) => notes.put(note));
        return { answers: news.answers.length, notes: news.notes.length };
      },
      { more },
    );
  }

  examine(): Promise<Examination> {
    const stores: Examined[] = ['answers', 'notes', 'settings'];
    return this.#write(
      stores,
      async (transaction) => {
        const settings = transaction.objectStore('settings');
        const snapshot: unknown = await settings.get('snapshot');
        await settings.delete('snapshot');
        const discarded = snapshot !== undefined && !isSetting('snapshot', snapshot) ? 1 : 0;
        const records = (await Promise.all(stores.map((store) => recordsOf(transaction, store)))).flat();
        const before = records.find(({ store, key }) => store === 'settings' && key === 'quarantine');
        const broken = records.filter((record) => !isSound(record));
        const kept = before && isSound(before) ? (before.value as Quarantined[]) : [];
        const released = kept.filter((record) => isSound(record) && !records.some((other) => samePlace(record, other)));
        const quarantine = [...kept.filter((record) => !released.includes(record)), ...broken];
        await Promise.all([
          ...broken.map(async ({ store, key }) => transaction.objectStore(store).delete(key as string)),
          ...released.map(async ({ store, key, value }) =>
            store === 'settings'
              ? settings.put(value, key as string)
              : transaction.objectStore(store).put(value as never),
          ),
        ]);
        if (quarantine.length) await settings.put(quarantine, 'quarantine');
        else await settings.delete('quarantine');
        const examined = records.length - (before ? 1 : 0);
        return { examined, quarantined: broken.length, discarded, released: released.length };
      },
      { more: 60_000 },
    );
  }

  clear(): Promise<void> {
    return this.#write(['answers', 'notes', 'packs', 'settings'], async (transaction) => {
      await all([...transaction.objectStoreNames], (name) => transaction.objectStore(name).clear());
    });
  }

  pause(): void {
    this.connection.pause();
    this.#undo.abort();
    this.#undo = new AbortController();
  }

  resume(): void {
    this.connection.resume();
  }

  close(): void {
    this.connection.close();
  }

  async #sound<T>(read: Promise<T[]>, isOne: (record: unknown) => boolean): Promise<T[]> {
    const records = await read;
    const sound = records.filter(isOne);
    if (sound.length < records.length) this.onBroken();
    return sound;
  }

  #read<T>(store: StoreName, work: (transaction: Transaction<'readonly'>) => Promise<T>): Promise<T> {
    return this.connection.use((db) =>
      transact(db, [store], 'readonly', this.limit, work, { signal: this.#undo.signal }),
    );
  }

  /** @param more milliseconds beyond the usual limit */
  #write<T>(
    stores: StoreName[],
    work: (transaction: Transaction<'readwrite'>) => Promise<T>,
    { more = 0, durability = 'strict' }: { more?: number; durability?: IDBTransactionDurability } = {},
  ): Promise<T> {
    return this.connection.use((db) =>
      transact(db, stores, 'readwrite', this.limit + more, work, { durability, signal: this.#undo.signal }),
    );
  }
}

const samePlace = (a: Quarantined, b: Quarantined) => a.store === b.store && a.key === b.key;

/** Async, because a request may also throw, and then the others' rejections must find a listener. */
const all = <T>(items: readonly T[], ask: (item: T) => Promise<unknown>) =>
  Promise.all(items.map(async (item) => ask(item)));

/** The keys after one and up to another. */
function between(after?: AnswerId, upTo?: AnswerId): IDBKeyRange | undefined {
  if (after === undefined) return upTo === undefined ? undefined : IDBKeyRange.upperBound(upTo);
  return upTo === undefined ? IDBKeyRange.lowerBound(after, true) : IDBKeyRange.bound(after, upTo, true);
}

/** The keys among which those of these answers lie. */
function around(answers: readonly Answer[]): IDBKeyRange {
  const ids = answers.map(({ id }) => id).sort();
  return IDBKeyRange.bound(ids[0] ?? '', ids.at(-1) ?? '');
}

async function recordsOf(transaction: Transaction<'readwrite'>, store: Examined): Promise<Quarantined[]> {
  const held = transaction.objectStore(store);
  // Async, because the second may also throw, and then the first one's rejection must find a listener.
  const [keys, values] = await Promise.all([(async () => held.getAllKeys())(), (async () => held.getAll())()]);
  return keys.map((key, i) => ({ store, key, value: values[i] }));
}
