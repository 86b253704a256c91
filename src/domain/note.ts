import type { Id, PackId, ScenarioId } from './ids';

export type NoteId = Id<'note'>;

interface NoteBase {
  id: NoteId;
  /** When it was made, milliseconds since 1970. */
  at: number;
  /** When it was last changed or removed, milliseconds since 1970: of two states of one note the later one holds. */
  changed: number;
  /** A tombstone: removed notes stay, so that a merge cannot bring them back. */
  removed?: true;
}

export interface Bookmark extends NoteBase {
  kind: 'bookmark';
  pack: PackId;
  scenario: ScenarioId;
}

export type Note = Bookmark;

/** The same scenario has the same bookmark on every device, so that two phones merge into one. */
export const bookmarkId = (pack: PackId, scenario: ScenarioId): NoteId => `bookmark:${pack}:${scenario}`;

/** Of two states of one note: the later one; removal wins a tie. Commutative, associative, idempotent. */
export function laterNote(a: Note, b: Note): Note {
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  if (!a.removed !== !b.removed) return a.removed ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}
