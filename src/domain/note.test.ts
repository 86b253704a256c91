import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookmarkId, type Intention, laterNote, type Note, notesOf } from './note';

const anIntention = (over: Partial<Intention> = {}): Intention => ({
  kind: 'intention',
  id: 'one',
  at: 1,
  changed: 1,
  text: 'listen first',
  day: '2028-02-29',
  ...over,
});
const aBookmark = (scenario: string, at = 1): Note => ({
  kind: 'bookmark',
  id: bookmarkId('test', scenario),
  at,
  changed: at,
  pack: 'test',
  scenario,
});

describe('the notes of one kind', () => {
  test('are those of that kind, without what was removed', () => {
    const [kept, removed] = [anIntention(), anIntention({ id: 'two', removed: true })];
    const all = [aBookmark('a/1'), removed, kept];
    expect(notesOf(all, 'intention')).toEqual([kept]);
    expect(notesOf(all, 'bookmark')).toEqual([aBookmark('a/1')]);
    expect(notesOf(all, 'goal')).toEqual([]);
  });

  test('come newest first, those of one moment by their ids, whatever the order they are given in', () => {
    const sorted = [
      anIntention({ id: 'a', at: 3 }),
      anIntention({ id: 'd', at: 2 }),
      anIntention({ id: 'c', at: 2 }),
      anIntention({ id: 'b', at: 2 }),
      anIntention({ id: 'e', at: 1 }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (given) => {
        expect(notesOf(given, 'intention')).toEqual(sorted);
      }),
    );
  });

  test('leave the list they were taken from as it was', () => {
    const given = [anIntention({ id: 'a', at: 1 }), anIntention({ id: 'b', at: 2 })];
    notesOf(given, 'intention');
    expect(given.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

/** So few values that states agree in some of their fields most of the time. */
const anyState = fc
  .record({
    at: fc.integer({ min: 1, max: 2 }),
    changed: fc.integer({ min: 1, max: 2 }),
    removed: fc.boolean(),
    text: fc.constantFrom('listen first', 'say what happens next'),
  })
  .map(({ removed, ...over }) => anIntention({ ...over, ...(removed && { removed }) }));

const backwards = (note: Note): Note => Object.fromEntries(Object.entries(note).reverse()) as unknown as Note;

describe('of two states of one note', () => {
  test('the later one holds, though it is the one that was not removed', () => {
    const [removed, later] = [anIntention({ removed: true }), anIntention({ changed: 2 })];
    expect(laterNote(removed, later)).toBe(later);
    expect(laterNote(later, removed)).toBe(later);
  });

  test('the removed one holds where both are of one moment', () => {
    const [removed, kept] = [anIntention({ removed: true, text: 'a' }), anIntention({ text: 'b' })];
    expect(laterNote(removed, kept)).toBe(removed);
    expect(laterNote(kept, removed)).toBe(removed);
  });

  test('the same one holds on both phones where nothing else tells them apart', () => {
    // The first field that differs decides, in the order of the fields' names: `at` before `text`.
    const [one, other] = [anIntention({ at: 1, text: 'b' }), anIntention({ at: 2, text: 'a' })];
    expect(laterNote(one, other)).toBe(other);
    expect(laterNote(other, one)).toBe(other);
  });

  test('the one that holds does not depend on the order of their fields', () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        expect(laterNote(backwards(a), b)).toEqual(laterNote(a, b));
        expect(laterNote(backwards(a), backwards(b))).toEqual(laterNote(a, b));
      }),
    );
  });

  test('neither order nor grouping nor repetition matters', () => {
    fc.assert(
      fc.property(anyState, anyState, anyState, (a, b, c) => {
        expect(laterNote(a, b)).toEqual(laterNote(b, a));
        expect(laterNote(laterNote(a, b), c)).toEqual(laterNote(a, laterNote(b, c)));
        expect(laterNote(a, laterNote(a, b))).toEqual(laterNote(a, b));
      }),
    );
  });
});

test('a bookmark has one id for each scene of a pack, on whatever phone', () => {
  expect(bookmarkId('house', 'retail/coat')).toBe('bookmark:house:retail/coat');
});
