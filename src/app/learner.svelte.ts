import type { Answer } from '../domain/answer';
import type { Facts, OpenRound, Settings } from '../domain/facts';
import type { PackId, ScenarioId } from '../domain/ids';
import { bookmarkId, type Note, type NoteId } from '../domain/note';
import { advance, noProgress, type Progress } from '../domain/progress';
import { dropMarker, readMarker, writeMarker } from '../storage/marker';
import { StorageError, type StorageFault, type Store } from '../storage/store';
import type { Persistence } from '../storage/persistence';
import { parkAnswer, takeParked } from './parked';

interface Ports {
  now: () => number;
  /** Called with the reason whenever storage fails. */
  onTrouble: (fault: StorageFault) => void;
  /** Called when everything that had failed is on disk after all. */
  onRecovered: () => void;
  /** Called when there were answers in this browser and now there are none. */
  onEvicted: () => void;
}

/** What is known of the person at this device. The only one who speaks with storage. */
export class Learner {
  #store = $state.raw<Store>();
  #progress = $state.raw<Progress>(noProgress);
  #notes = $state.raw<ReadonlyMap<NoteId, Note>>(new Map());
  #round = $state.raw<OpenRound | null>(null);
  #backup = $state.raw<Settings['backup']>();
  #persistence = $state<Persistence>();
  /** Given, but not on disk: storage failed. */
  #unsaved: Answer[] = [];
  #opened: Promise<Store>;
  #open!: (store: Store) => void;
  #channel: BroadcastChannel | undefined;

  constructor(private readonly ports: Ports) {
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  get progress(): Progress {
    return this.#progress;
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

  /** Whether the browser has promised to keep what is stored; unknown until it was asked. */
  get persistence(): Persistence | undefined {
    return this.#persistence;
  }

  /** Takes what is stored; from here on the learner is complete. */
  attach = async (store: Store): Promise<void> => {
    const parked = takeParked();
    if (parked) await store.append(parked).catch(this.#trouble);
    await this.#read(store);
    this.#store = store;
    this.#open(store);
    if (store.kind === 'database' && readMarker()?.answers && !this.#progress.answers) this.ports.onEvicted();
    if (store.kind === 'memory' || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('leitstern');
    this.#channel.onmessage = () => void this.#read(store).catch(this.#trouble);
    this.#persistence = await (await import('../storage/persistence')).readPersistence();
  };

  async #read(store: Store): Promise<void> {
    const [answers, notes, round, backup] = await Promise.all([
      store.answers(),
      store.notes(),
      store.setting('round'),
      store.setting('backup'),
    ]);
    this.#progress = advance(noProgress, answers);
    this.#notes = new Map(notes.map((note) => [note.id, note]));
    this.#round = round ?? null;
    this.#backup = backup;
    this.#mark(answers.at(-1));
  }

  /** Says outside the database that there is something in it. */
  #mark(newest: Answer | undefined): void {
    if (newest && !this.inMemory) writeMarker({ answers: this.#progress.answers, day: newest.day });
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

  /** Fulfilled when the answer is on disk; where that fails, the answer is kept for another try. */
  record = async (answer: Answer): Promise<void> => {
    try {
      await this.#write((store) => store.append(answer));
    } catch (error) {
      this.#unsaved.push(answer);
      if (error instanceof StorageError && error.fault === 'lost') parkAnswer(answer);
      throw error;
    }
    this.#progress = advance(this.#progress, [answer]);
    this.#mark(answer);
    if (this.#progress.answers === 1) void this.askToKeep();
  };

  /** Asks the browser to keep what is stored; by a person's gesture, because some browsers ask in turn. */
  askToKeep = async (): Promise<void> => {
    if (this.inMemory) return;
    this.#persistence = await (await import('../storage/persistence')).askPersistence();
  };

  /** Tries again what could not be written. */
  retry = async (): Promise<void> => {
    const unsaved = this.#unsaved;
    this.#unsaved = [];
    const results = await Promise.allSettled(unsaved.map(this.record));
    if (results.every((result) => result.status === 'fulfilled')) this.ports.onRecovered();
  };

  keepRound = async (round: OpenRound | null): Promise<void> => {
    this.#round = round;
    await this.#write((store) => store.putSetting('round', round)).catch(() => {});
  };

  isBookmarked = (pack: PackId, scenario: ScenarioId): boolean => {
    const note = this.#notes.get(bookmarkId(pack, scenario));
    return !!note && !note.removed;
  };

  toggleBookmark = async (pack: PackId, scenario: ScenarioId): Promise<void> => {
    const id = bookmarkId(pack, scenario);
    const changed = Math.max(this.ports.now(), (this.#notes.get(id)?.changed ?? 0) + 1);
    const note: Note = {
      id,
      kind: 'bookmark',
      pack,
      scenario,
      at: this.#notes.get(id)?.at ?? changed,
      changed,
      ...(this.isBookmarked(pack, scenario) && { removed: true as const }),
    };
    await this.#write((store) => store.putNote(note)).catch(() => {});
    this.#notes = new Map(this.#notes).set(id, note);
  };

  /** All facts: what a backup holds. Answers that could not be written are among them. */
  facts = async (): Promise<Facts> => {
    const store = await this.#opened;
    const [answers, notes] = await Promise.all([store.answers(), store.notes()]);
    return { answers: [...answers, ...this.#unsaved], notes };
  };

  backedUp = async (backup: Settings['backup']): Promise<void> => {
    this.#backup = backup;
    await this.#write((store) => store.putSetting('backup', backup)).catch(() => {});
  };

  /** The union with what is here; says how much was new. */
  merge = async (facts: Facts): Promise<{ answers: number; notes: number }> => {
    const added = await this.#write((store) => store.merge(facts));
    await this.#read(await this.#opened);
    return added;
  };

  /** Removes everything that is kept about the person. */
  clear = async (): Promise<void> => {
    await this.#write((store) => store.clear());
    dropMarker();
    this.#unsaved = [];
    await this.#read(await this.#opened);
  };
}
