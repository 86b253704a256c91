import type { Answer } from '../domain/answer';
import type { Facts } from '../domain/facts';
import { laterNote, type Note } from '../domain/note';
import { canonical } from './canonical';

/** Records come back from a file with their fields in another order. */
const same = (a: Note, b: Note | undefined) => b !== undefined && canonical(a) === canonical(b);

/**
 * What has to be written so that the stored facts become the union with others: answers whose id is unknown, and notes
 * of which the others hold a later state.
 */
export function newsIn(others: Facts, stored: { answers: Iterable<Answer['id']>; notes: Iterable<Note> }): Facts {
  const known = new Set(stored.answers);
  const answers = others.answers.filter(({ id }) => !known.has(id) && known.add(id));
  const before = new Map([...stored.notes].map((note) => [note.id, note]));
  const after = new Map(before);
  for (const note of others.notes) {
    const held = after.get(note.id);
    after.set(note.id, held ? laterNote(held, note) : note);
  }
  return { answers, notes: [...after.values()].filter((note) => !same(note, before.get(note.id))) };
}
