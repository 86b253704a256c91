import type { OpenRound } from './facts';
import type { Day, Id, PackId, PrincipleId, ScenarioId } from './ids';
import type { Marks } from './marks';
import type { Channel } from './pack';

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

/** One sentence for the next working day; the day after, the person is asked whether it was used. */
export interface Intention extends NoteBase {
  kind: 'intention';
  text: string;
  day: Day;
  /** Absent until the person has said. */
  used?: 'yes' | 'not-yet';
}

/** A real moment of the working day, told by the person who was in it. */
export interface Moment extends NoteBase {
  kind: 'moment';
  day: Day;
  channel: Channel;
  principle: PrincipleId;
  /** What happened. */
  text: string;
  marks: Marks;
  /** What to do next time; may be empty. */
  next: string;
}

/** From a day on, so many days of practice a week are the goal. One for each change, so that past weeks keep theirs. */
export interface Goal extends NoteBase {
  kind: 'goal';
  from: Day;
  /** 1 to 7. */
  days: number;
}

/** A final check that was begun. How far it got, and how it ended, is derived from the answers to its attempts. */
export interface Check extends NoteBase {
  kind: 'check';
  pack: PackId;
  scenes: OpenRound['scenes'];
}

export type Note = Bookmark | Intention | Moment | Goal | Check;

/** The notes of one kind that were not removed, the newest first. */
export const notesOf = <Kind extends Note['kind']>(
  notes: Iterable<Note>,
  kind: Kind,
): Extract<Note, { kind: Kind }>[] =>
  [...notes]
    .filter((note): note is Extract<Note, { kind: Kind }> => note.kind === kind && !note.removed)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

/** The same scenario has the same bookmark on every device, so that two phones merge into one. */
export const bookmarkId = (pack: PackId, scenario: ScenarioId): NoteId => `bookmark:${pack}:${scenario}`;

/** The same for the same note, whatever the order of its fields. */
const fieldsOf = (note: Note): string => JSON.stringify(Object.entries(note).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Of two states of one note: the later one; removal wins a tie. Commutative, associative, idempotent. */
export function laterNote(a: Note, b: Note): Note {
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  if (!a.removed !== !b.removed) return a.removed ? a : b;
  return fieldsOf(a) >= fieldsOf(b) ? a : b;
}
