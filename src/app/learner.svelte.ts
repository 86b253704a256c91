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
import { answersAfter } from '../storage/stretches';
import { Access } from './access.svelte';
import { countsOf, derive, dueScenes, nothingDerived, readDerived } from './derived';
import { Keeping } from './keeping.svelte';
import { Notes } from './notes.svelte';
import { Outbox, type Waiting } from './outbox';

interface Ports {
  now: () => number;
  newId: () => string;
  /** Says which principle a scenario practises. */
  pack: () => Pack;
  /** Called with the reason whenever storage fails, and with whether `retry` has something to do. */
  onTrouble: (fault: StorageFault, retriable: boolean) => void;
  /** Called when everything that had failed is on disk after all. */
  onRecovered: () => void;
  /** Called when there were answers in this browser and now there are none. */
  onEvicted: () => void;
}

/** What is known of the person at this device. The only one who speaks with storage. */
export class Learner {
  readonly notes: Notes;
  readonly keeping = new Keeping();
  #access = new Access((error) => this.#trouble(error));
  #derived = $state.raw(nothingDerived);
  #round = $state.raw<OpenRound | null>(null);
  #backup = $state.raw<Settings['backup']>();
  /** Whether what is shown is what is stored: not before it was read, nor after the browser has removed it. */
  #standing: 'unread' | 'read' | 'gone' = 'unread';
  #outbox = new Outbox();

  constructor(private readonly ports: Ports) {
    this.notes = new Notes({ ...ports, keep: (note) => this.#access.write((store) => store.putNote(note)) });
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
    return this.#access.inMemory;
  }
  /** There is storage, with what it may hold, and it could not be opened. */
  get closedBy(): StorageFault | undefined {
    return this.#access.closedBy;
  }

  /** What is due on a day, the most urgent first; nothing before storage was read. */
  due = (today: Day): DueScene[] => dueScenes(this.#derived, this.ports.pack(), today);

  /**
   * Takes what is stored; from here on the learner is complete. Where reading fails it is told, and answers can be given.
   * @param fault why there is nothing but memory
   */
  attach = async (store: Store, fault?: StorageFault): Promise<void> => {
    await this.#access.open(store, fault, async () => {
      await this.#deliver(store);
      await this.#read(store).catch(this.#trouble);
    });
    if (store.kind === 'memory') return;
    if (this.#standing === 'read' && readMarker()?.answers && !this.progress.answers) this.ports.onEvicted();
    this.#access.listen(() => void this.refresh());
    void this.keeping.look();
  };

  /** Takes what is stored once more: it has changed, or the pack that says what follows from it. */
  refresh = (): Promise<void> => this.#access.inTurn((store) => this.#read(store)).catch(this.#trouble);

  /**
   * Writes what waits, the oldest first, until storage fails again; in memory it goes on waiting.
   * @returns what was written
   */
  async #deliver(store: Store): Promise<Answer[]> {
    const written: Answer[] = [];
    try {
      for (const waiting of this.#outbox.waiting) {
        await store.append(waiting.answer);
        written.push(waiting.answer);
        if (store.kind === 'database') this.#outbox.settle(waiting);
      }
    } catch (error) {
      this.#trouble(error);
    }
    return written;
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
    this.#standing = 'read';
    this.#mark();
  }

  /** Says outside the database that there is something in it. */
  #mark(): void {
    const day = [...this.progress.days.keys()].sort().at(-1);
    const round = !!standOf(this.ports.pack(), this.progress, this.#round);
    if (day && this.#standing === 'read' && !this.inMemory) writeMarker({ answers: this.progress.answers, day, round });
  }

  #trouble = (error: unknown): void => {
    const fault = error instanceof StorageError ? error.fault : 'failed';
    if (fault === 'gone') this.#standing = 'gone';
    this.ports.onTrouble(fault, this.#outbox.waiting.length > 0 || this.#standing !== 'read');
  };

  /**
   * Fulfilled when the answer is on disk, be it at a later try: until then it waits, also through a reload. Never where
   * the browser gives no storage.
   */
  record = (answer: Answer): Promise<void> => new Promise((saved) => void this.#record({ answer, saved }));

  #record = (waiting: Waiting): Promise<void> =>
    this.#outbox.during(waiting.answer, () => this.#access.inTurn((store) => this.#append(store, waiting)));

  async #append(store: Store, waiting: Waiting): Promise<void> {
    try {
      await store.append(waiting.answer);
    } catch (error) {
      this.#outbox.keep(waiting);
      return this.#trouble(error);
    }
    await this.#count(store, waiting.answer);
    // A reload may find storage open, and then it is written.
    if (this.inMemory) this.#outbox.keep(waiting);
    else waiting.saved();
    if (this.progress.answers === 1 && !this.inMemory) void this.keeping.ask();
  }

  /** Takes what was written into what is shown; where that is not what is stored, all is read anew. */
  async #count(store: Store, written: Answer): Promise<void> {
    this.#access.announce();
    if (this.#standing !== 'read') return this.#readAnew(store);
    this.#derived = derive(this.#derived, [written], this.ports.pack());
    this.#mark();
  }

  async #readAnew(store: Store): Promise<void> {
    const gone = this.#standing === 'gone';
    try {
      await this.#read(store);
      if (gone) this.ports.onEvicted();
    } catch (error) {
      this.#trouble(error);
    }
  }

  /** Tries again what could not be written or read. */
  retry = (): Promise<void> =>
    this.#access.inTurn(async (store) => {
      const gone = this.#standing === 'gone';
      const written = await this.#deliver(store);
      this.#access.announce();
      await this.#readAnew(store);
      if (written.length && !this.#outbox.waiting.length && !gone) this.ports.onRecovered();
    });

  /**
   * Whatever is not on disk when the page is left waits for the next visit of the session. A page that the browser keeps
   * for the way back holds nothing up meanwhile, and is up to date when it is back.
   */
  listen(window: Window): void {
    window.addEventListener('pagehide', ({ persisted }) => {
      this.#outbox.park(true);
      if (persisted) this.#access.pause();
    });
    window.addEventListener('pageshow', ({ persisted }) => persisted && void this.#comeBack());
  }

  async #comeBack(): Promise<void> {
    this.#access.resume();
    await this.refresh();
    this.#outbox.park();
  }

  keepRound = async (round: OpenRound | null): Promise<void> => {
    this.#round = round;
    this.#mark();
    await this.#access.write((store) => store.putSetting('round', round)).catch(() => {});
  };

  /**
   * All facts: what a backup holds. Answers that could not be written are among them.
   * @returns also how many broken answers are not among them
   */
  facts = async (): Promise<Facts & { broken: number }> => {
    const store = await this.#access.store;
    const [notes, count] = await Promise.all([store.notes(), store.count()]);
    const answers: Answer[] = [];
    for await (const some of answersAfter(store, undefined, count)) answers.push(...some);
    const waiting = this.#outbox.waiting.map(({ answer }) => answer);
    return { answers: [...answers, ...waiting], notes, broken: Math.max(0, count - answers.length) };
  };

  backedUp = async (backup: Settings['backup']): Promise<void> => {
    this.#backup = backup;
    await this.#access.write((store) => store.putSetting('backup', backup)).catch(() => {});
  };

  /**
   * The union with what is here; says how much was new.
   * @throws {StorageError}
   */
  merge = async (facts: Facts): Promise<{ answers: number; notes: number }> => {
    const added = await this.#access.writeWhole((store) => store.merge(facts));
    await this.refresh();
    return added;
  };

  /**
   * Looks at everything that is stored, puts aside what is broken and counts anew.
   * @returns `recounted` where the counts were not those of the answers
   * @throws {StorageError}
   */
  check = async (): Promise<Examination & { recounted: boolean }> => {
    const before = countsOf(this.#derived);
    const examination = await this.#access.writeWhole((store) => store.examine());
    await this.refresh();
    return { ...examination, recounted: countsOf(this.#derived) !== before };
  };

  /** What was put aside, as it was found. */
  quarantine = async (): Promise<NonNullable<Settings['quarantine']>> =>
    (await (await this.#access.store).setting('quarantine')) ?? [];

  /**
   * Removes everything that is kept about the person.
   * @throws {StorageError}
   */
  clear = async (): Promise<void> => {
    await this.#access.writeWhole((store) => store.clear());
    dropMarker();
    this.#outbox.clear();
    await this.refresh();
  };
}
