import type { PackId, ScenarioId } from '../domain/ids';
import { bookmarkId, type Note, type NoteId } from '../domain/note';

interface Ports {
  now: () => number;
  newId: () => string;
  /** Fulfilled once the note is on disk. */
  keep: (note: Note) => Promise<void>;
}

/** A note as it is before it has been kept. */
type NewNote = { [Kind in Note['kind']]: Omit<Extract<Note, { kind: Kind }>, 'id' | 'at' | 'changed'> }[Note['kind']];

/** What a person has marked, meant, written down and set; with what was removed, as `notesOf` expects it. */
export class Notes implements Iterable<Note> {
  #notes = $state.raw<ReadonlyMap<NoteId, Note>>(new Map());

  constructor(private readonly ports: Ports) {}

  [Symbol.iterator](): Iterator<Note> {
    return this.#notes.values();
  }

  /** What is stored, in place of what was known. */
  take(stored: readonly Note[]): void {
    this.#notes = new Map(stored.map((note) => [note.id, note]));
  }

  /** Keeps something new. `false` where storage would not. */
  add = (note: NewNote): Promise<boolean> => {
    const now = this.ports.now();
    return this.change({ ...note, id: this.ports.newId(), at: now, changed: now });
  };

  /** Keeps a note in its new state, as the newest whatever the clock says. `false` where storage would not. */
  change = async (note: Note): Promise<boolean> => {
    const changed = Math.max(this.ports.now(), (this.#notes.get(note.id)?.changed ?? 0) + 1);
    const kept = { ...note, changed };
    try {
      await this.ports.keep(kept);
    } catch {
      return false;
    }
    this.#notes = new Map(this.#notes).set(note.id, kept);
    return true;
  };

  remove = (note: Note): Promise<boolean> => this.change({ ...note, removed: true });

  isBookmarked = (pack: PackId, scenario: ScenarioId): boolean => {
    const note = this.#notes.get(bookmarkId(pack, scenario));
    return !!note && !note.removed;
  };

  toggleBookmark = async (pack: PackId, scenario: ScenarioId): Promise<void> => {
    const id = bookmarkId(pack, scenario);
    const at = this.#notes.get(id)?.at ?? this.ports.now();
    const removed = this.isBookmarked(pack, scenario) && { removed: true as const };
    await this.change({ id, kind: 'bookmark', pack, scenario, at, changed: 0, ...removed });
  };
}
