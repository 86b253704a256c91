import { askPersistence, type Persistence, readPersistence } from '../storage/persistence';

/** Whether the browser has promised to keep what is stored. */
export class Keeping {
  #promised = $state<Persistence>();

  /** Unknown until it was asked. */
  get promised(): Persistence | undefined {
    return this.#promised;
  }

  look = async (): Promise<void> => {
    this.#promised = await readPersistence();
  };

  /** Asks for the promise; by a person's gesture, because some browsers ask in turn. */
  ask = async (): Promise<void> => {
    this.#promised = await askPersistence();
  };
}
