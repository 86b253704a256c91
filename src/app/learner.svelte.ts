import type { Answer } from '../domain/answer';
import type { Facts, OpenRound, Settings } from '../domain/facts';
import type { DueScene } from '../domain/due';
import type { Day } from '../domain/ids';
import type { Pack } from '../domain/pack';
import type { Progress } from '../domain/progress';
import { standOf } from '../domain/round';
import type { Skills } from '../domain/skills';
import { dropMarker, readMarker, writeMarker } from '../storage/marker';
import type { Examination } from '../storage/examine';
import { StorageError, type StorageFault, type Store } from '../storage/store';
import type { Persistence } from '../storage/persistence';
import { countsOf, derive, dueScenes, nothingDerived, readDerived } from './derived';
import { Notes } from './notes.svelte';
import { Outbox, type Waiting } from './outbox';

interface Ports {
  now: () => number;
  newId: () => string;
  /** Says which principle a scenario practises. */
  pack: () => Pack;
  /** Called with the reason whenever storage fails. */
  onTrouble: (fault: StorageFault) => void;
  /** Called when everything that had failed is on disk after all. */
  onRecovered: () => void;
  /** Called when there were answers in this browser and now there are none. */
  onEvicted: () => void;
}

/** What is known of the person at this device. The only one who speaks with storage. */
export class Learner {
  readonly notes: Notes;
  #store = $state.raw<Store>();
  #derived = $state.raw(nothingDerived);
  #round = $state.raw<OpenRound | null>(null);
  #backup = $state.raw<Settings['backup']>();
  #persistence = $state<Persistence>();
  #outbox = new Outbox();
  #opened: Promise<Store>;
  #open!: (store: Store) => void;
  #channel: BroadcastChannel | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly ports: Ports) {
    this.#opened = new Promise((resolve) => (this.#open = resolve));
    this.notes = new Notes({ ...ports, keep: (note) => this.#write((store) => store.putNote(note)) });
  }

  get progress(): Progress {
    return this.#derived.progress;
  }
  get skills(): Skills {
    return this.#derived.skills;
  }
  /** The round that was begun and can be gone on with. */
  get round(): OpenRound | null {
    return this.#round;
  }
  get backup(): Settings['backup'] | undefined {
    return this.#backup;
  }
  /** Nothing outlives the page: the browser gives no storage. */
  get inMemory(): boolean {
    return this.#store?.kind === 'memory';
  }

  /** What is due on a day, the most urgent first; nothing before storage was read. */
  due = (today: Day): DueScene[] => dueScenes(this.#derived, this.ports.pack(), today);

  /** Whether the browser has promised to keep what is stored; unknown until it was asked. */
  get persistence(): Persistence | undefined {
    return this.#persistence;
  }

  /** Takes what is stored; from here on the learner is complete. */
  attach = async (store: Store): Promise<void> => {
    this.#store = store;
    await this.#writeParked(store);
    await this.#read(store);
    this.#open(store);
    if (store.kind === 'database' && readMarker()?.answers && !this.progress.answers) this.ports.onEvicted();
    if (store.kind === 'memory' || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('leitstern');
    this.#channel.onmessage = () => void this.#inTurn(() => this.#read(store)).catch(this.#trouble);
    this.#persistence = await (await import('../storage/persistence')).readPersistence();
  };

  /** What waited for this start. Where it fails again, it goes on waiting. */
  async #writeParked(store: Store): Promise<void> {
    if (store.kind === 'memory') return;
    for (const answer of this.#outbox.parked()) {
      try {
        await store.append(answer);
      } catch (error) {
        this.#outbox.keep({ answer, saved: () => {} });
        this.#trouble(error);
      }
    }
    this.#outbox.park();
  }

  /** One after the other: what is read or written next sees what was derived last. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #read(store: Store): Promise<void> {
    const [derived, notes, round, backup] = await Promise.all([
      readDerived(store, this.ports.pack()),
      store.notes(),
      store.setting('round'),
      store.setting('backup'),
    ]);
    this.#derived = derived;
    this.notes.take(notes);
    this.#round = round ?? null;
    this.#backup = backup;
    this.#mark();
  }

  /** Says outside the database that there is something in it. */
  #mark(): void {
    const day = [...this.progress.days.keys()].sort().at(-1);
    const round = !!standOf(this.ports.pack(), this.progress, this.#round);
    if (day && !this.inMemory) writeMarker({ answers: this.progress.answers, day, round });
  }

  #trouble = (error: unknown): void => {
    this.ports.onTrouble(error instanceof StorageError ? error.fault : 'failed');
  };

  /** One write: told to other tabs when it is done, told to the person when it fails. */
  async #write<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await this.#opened;
    try {
      const result = await work(store);
      this.#channel?.postMessage('changed');
      return result;
    } catch (error) {
      this.#trouble(error);
      throw error;
    }
  }

  /**
   * Fulfilled when the answer is on disk, be it at a later try: until then it waits, also through a reload. Never where
   * the browser gives no storage.
   */
  record = (answer: Answer): Promise<void> => new Promise((saved) => void this.#record({ answer, saved }));

  #record = (waiting: Waiting): Promise<void> =>
    this.#outbox.during(waiting.answer, () => this.#inTurn(() => this.#append(waiting)));

  async #append(waiting: Waiting): Promise<void> {
    const { answer, saved } = waiting;
    try {
      await this.#write((store) => store.append(answer));
    } catch {
      this.#outbox.keep(waiting);
      return this.#outbox.park();
    }
    this.#derived = derive(this.#derived, [answer], this.ports.pack());
    this.#mark();
    if (!this.inMemory) saved();
    if (this.progress.answers === 1) void this.askToKeep();
  }

  /** Tries again what could not be written. */
  retry = async (): Promise<void> => {
    await Promise.all(this.#outbox.take().map(this.#record));
    this.#outbox.park();
    if (!this.#outbox.failed.length) this.ports.onRecovered();
  };

  /** Follows a page that the browser keeps for the way back: out of use it holds nothing up, back it is up to date. */
  listen(window: Window): void {
    window.addEventListener('pagehide', ({ persisted }) => persisted && this.#leave());
    window.addEventListener('pageshow', ({ persisted }) => persisted && void this.#comeBack());
  }

  #leave(): void {
    this.#outbox.park(true);
    this.#store?.pause();
  }

  async #comeBack(): Promise<void> {
    const store = this.#store;
    if (!store) return;
    store.resume();
    await this.#inTurn(() => this.#read(store)).catch(this.#trouble);
    this.#outbox.park();
  }

  /** Asks the browser to keep what is stored; by a person's gesture, because some browsers ask in turn. */
  askToKeep = async (): Promise<void> => {
    if (this.inMemory) return;
    this.#persistence = await (await import('../storage/persistence')).askPersistence();
  };

  keepRound = async (round: OpenRound | null): Promise<void> => {
    this.#round = round;
    this.#mark();
    await this.#write((store) => store.putSetting('round', round)).catch(() => {});
  };

  /** All facts: what a backup holds. Answers that could not be written are among them. */
  facts = async (): Promise<Facts> => {
    const store = await this.#opened;
    const [answers, notes] = await Promise.all([store.answers(), store.notes()]);
    return { answers: [...answers, ...this.#outbox.failed], notes };
  };

  backedUp = async (backup: Settings['backup']): Promise<void> => {
    this.#backup = backup;
    await this.#write((store) => store.putSetting('backup', backup)).catch(() => {});
  };

  /** The union with what is here; says how much was new. */
  merge = async (facts: Facts): Promise<{ answers: number; notes: number }> => {
    const added = await this.#write((store) => store.merge(facts));
    const store = await this.#opened;
    await this.#inTurn(() => this.#read(store));
    return added;
  };

  /**
   * Looks at everything that is stored, puts aside what is broken and counts anew.
   * @returns `recounted` where the counts were not those of the answers
   * @throws {StorageError}
   */
  check = async (): Promise<Examination & { recounted: boolean }> => {
    const before = countsOf(this.#derived);
    const examination = await this.#write((store) => store.examine());
    const store = await this.#opened;
    await this.#inTurn(() => this.#read(store));
    return { ...examination, recounted: countsOf(this.#derived) !== before };
  };

  /** What was put aside, as it was found. */
  quarantine = async (): Promise<NonNullable<Settings['quarantine']>> =>
    (await (await this.#opened).setting('quarantine')) ?? [];

  /** Removes everything that is kept about the person. */
  clear = async (): Promise<void> => {
    await this.#write((store) => store.clear());
    dropMarker();
    this.#outbox.take();
    this.#outbox.park();
    const store = await this.#opened;
    await this.#inTurn(() => this.#read(store));
  };
}
