import { StorageError, type StorageFault, type Store } from '../storage/store';

/** The way to what is stored, which this window shares with others. */
export class Access {
  #store = $state.raw<Store>();
  #fault: StorageFault | undefined;
  #opened: Promise<Store>;
  #open!: (store: Store) => void;
  #channel: BroadcastChannel | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param onTrouble told whenever a write fails */
  constructor(private readonly onTrouble: (error: unknown) => void) {
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  /** Nothing outlives the page: the browser gives no storage. */
  get inMemory(): boolean {
    return this.#store?.kind === 'memory';
  }
  /** There is storage, with what it may hold, and it could not be opened. */
  get closedBy(): StorageFault | undefined {
    return this.#fault === 'refused' ? undefined : this.#fault;
  }
  /** Waits until it was opened. */
  get store(): Promise<Store> {
    return this.#opened;
  }

  /**
   * What is read and written comes from here on from this store, once `first` is done with it.
   * @param fault why there is nothing but memory
   */
  async open(store: Store, fault: StorageFault | undefined, first: (store: Store) => Promise<void>): Promise<void> {
    this.#store = store;
    this.#fault = fault;
    await first(store);
    this.#open(store);
  }

  /** Calls `onChange` whenever another window has written. */
  listen(onChange: () => void): void {
    if (this.inMemory || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('leitstern');
    this.#channel.onmessage = onChange;
  }

  /** Tells the other windows. */
  announce(): void {
    this.#channel?.postMessage('changed');
  }

  /** One after the other: what is read or written next sees what was derived last. */
  inTurn<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => work(await this.#opened));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** One write: told to other windows when it is done, told to the person when it fails. */
  async write<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await this.#opened;
    try {
      const result = await work(store);
      this.announce();
      return result;
    } catch (error) {
      this.onTrouble(error);
      throw error;
    }
  }

  /** A write that concerns all that is stored: it is not done to memory in its place. */
  writeWhole<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.write((store) => (this.closedBy ? Promise.reject(new StorageError(this.closedBy)) : work(store)));
  }

  /** Lets go of storage, or takes it up again, see `Store`. */
  pause(): void {
    this.#store?.pause();
  }
  resume(): void {
    this.#store?.resume();
  }
}
