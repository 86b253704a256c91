import { openDatabase, type DatabaseOptions } from './db';
import { mayHeal, storageError } from './fault';
import type { Database } from './migrations';
import { StorageError, type StorageFault } from './store';

/** The database, opened on first use and again after the browser has closed it. */
export class Connection {
  #db: Promise<Database> | undefined;
  #opened = false;
  #ended: StorageFault | undefined;
  #pause: { over: Promise<void>; end: () => void } | undefined;

  /** @param open stands in for `openDatabase` in tests */
  constructor(
    private readonly options: DatabaseOptions = {},
    private readonly open = openDatabase,
  ) {}

  /**
   * Works with the database. Where the connection turns out to be lost it opens another one and does the work once
   * more, so the work must bear being done twice.
   * @throws {StorageError}
   */
  async use<T>(work: (db: Database) => Promise<T>): Promise<T> {
    const db = this.get();
    const open = await db;
    try {
      return await work(open);
    } catch (cause) {
      const error = storageError(cause, 'use');
      if (!mayHeal(error)) throw error;
    }
    this.#drop(db);
    try {
      return await work(await this.get());
    } catch (cause) {
      throw storageError(cause, 'use');
    }
  }

  /** @throws {StorageError} */
  get(): Promise<Database> {
    if (this.#ended) return Promise.reject(new StorageError(this.#ended));
    if (this.#pause) return this.#pause.over.then(() => this.get());
    if (this.#db) return this.#db;
    const db = this.#connect();
    db.catch(() => this.#drop(db));
    return (this.#db = db);
  }

  close(fault: StorageFault = 'lost'): void {
    this.#ended = fault;
    this.#drop(this.#db);
  }

  /** Lets go of the database; whoever wants it waits until `resume`. */
  pause(): void {
    if (this.#pause) return;
    let end = () => {};
    this.#pause = { over: new Promise((resolve) => (end = resolve)), end };
    this.#drop(this.#db);
  }

  resume(): void {
    this.#pause?.end();
    this.#pause = undefined;
  }

  /** Only if it is still the one in use: two who lost the same connection must not close each other's next. */
  #drop(db: Promise<Database> | undefined): void {
    if (this.#db === db) this.#db = undefined;
    db?.then(
      (open) => open.close(),
      () => {},
    );
  }

  async #connect(): Promise<Database> {
    let created = false;
    try {
      const db = await this.open({
        ...this.options,
        onCreated: () => {
          created = true;
          this.options.onCreated?.();
        },
        onSuperseded: () => {
          this.close('future');
          this.options.onSuperseded?.();
        },
      });
      if (created && this.#opened) {
        db.close();
        throw new StorageError('gone');
      }
      this.#opened = true;
      return db;
    } catch (cause) {
      const { fault } = storageError(cause, 'open');
      // On iOS a connection that was lost cannot be had again in the same page, whatever the error says.
      const lost = this.#opened && /refused|timeout|failed/.test(fault);
      throw new StorageError(lost ? 'lost' : fault, { cause });
    }
  }
}
