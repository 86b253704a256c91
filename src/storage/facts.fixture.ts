import fc from 'fast-check';
import type { Answer } from '../domain/answer';
import type { Facts } from '../domain/facts';
import { type Bookmark, bookmarkId, type Note } from '../domain/note';
import { channels } from '../domain/pack';

export const anAnswer = (over: Partial<Answer> = {}): Answer => ({
  id: '01J0000000AAAAAAAAAAAAAAAA',
  attempt: '01J0000000BBBBBBBBBBBBBBBB.1z',
  pack: 'leitstern',
  scenario: 'crafts/heating',
  version: '3f9a',
  turn: 'call',
  response: 'loan-heaters',
  marks: { customer: 3, business: 2 },
  confidence: 'sure',
  at: Date.UTC(2026, 2, 1, 9),
  day: '2026-03-01',
  where: 'practice',
  ...over,
});

export function aBookmark({ scenario = 'crafts/heating', ...over }: Partial<Bookmark> = {}): Bookmark {
  const at = Date.UTC(2026, 2, 1);
  return {
    id: bookmarkId('leitstern', scenario),
    kind: 'bookmark',
    pack: 'leitstern',
    scenario,
    at,
    changed: at,
    ...over,
  };
}

/** Facts as two of one person's devices may hold them: what has the same id is the same answer. */
export const sharedFacts: fc.Arbitrary<Facts> = fc.record({
  answers: fc
    .uniqueArray(fc.integer({ min: 10, max: 40 }), { maxLength: 12 })
    .map((numbers) => numbers.map((n) => anAnswer({ id: `answer-${n}`, response: `r${n}` }))),
  notes: fc.uniqueArray(
    fc
      .record({
        scenario: fc.constantFrom('a/1', 'a/2', 'a/3', 'a/4'),
        at: fc.integer({ min: 1, max: 2 }),
        changed: fc.integer({ min: 1, max: 4 }),
        removed: fc.boolean(),
      })
      .map(({ removed, ...rest }) => aBookmark({ ...rest, ...(removed && { removed }) })),
    { selector: ({ id }) => id, maxLength: 4 },
  ),
});

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .filter((value) => /^[^\p{Cc}\p{Cs}]{1,200}$/u.test(value));
const instant = fc.integer({ min: 1, max: Date.UTC(2200, 0) - 1 });
const mark = fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3);

const aDay = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const words = fc
  .string({ unit: 'binary', maxLength: 60 })
  .filter((value) => !/\p{Cs}|[\0-\x08\x0b-\x1f\x7f]/u.test(value));
const marks = fc.record({ customer: mark, business: mark });

/** What every kind of note has beside its base. */
const particulars: fc.Arbitrary<NoteParticulars> = fc.oneof(
  fc.record({ kind: fc.constant('bookmark' as const), pack: text, scenario: text }),
  fc
    .record({
      kind: fc.constant('intention' as const),
      text: words,
      day: aDay,
      used: fc.constantFrom('yes' as const, 'not-yet' as const, undefined),
    })
    .map(({ used, ...rest }) => ({ ...rest, ...(used && { used }) })),
  fc.record({
    kind: fc.constant('moment' as const),
    day: aDay,
    channel: fc.constantFrom(...channels),
    principle: text,
    text: words,
    marks,
    next: words,
  }),
  fc.record({ kind: fc.constant('goal' as const), from: aDay, days: fc.integer({ min: 1, max: 7 }) }),
  fc.record({
    kind: fc.constant('check' as const),
    pack: text,
    scenes: fc.array(fc.record({ scenario: text, attempt: text }), { maxLength: 3 }),
  }),
);
type NoteParticulars = {
  [Kind in Note['kind']]: Omit<Extract<Note, { kind: Kind }>, 'id' | 'at' | 'changed'>;
}[Note['kind']];

/** Any facts that the types and a sound clock allow. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  answers: fc.uniqueArray(
    fc.record({
      id: text,
      attempt: text,
      pack: text,
      scenario: text,
      version: text,
      turn: text,
      response: text,
      marks: fc.record({ customer: mark, business: mark }),
      confidence: fc.constantFrom('sure', 'unsure'),
      at: instant,
      day: instant.map((at) => new Date(at).toISOString().slice(0, 10)),
      where: fc.constantFrom('practice', 'check', 'team'),
    }) satisfies fc.Arbitrary<Answer>,
    { selector: ({ id }) => id, maxLength: 8 },
  ),
  notes: fc.uniqueArray(
    fc
      .record({ id: text, at: instant, changed: instant, removed: fc.boolean(), particulars })
      .map(({ removed, id, particulars, ...rest }): Note => ({
        ...rest,
        ...particulars,
        id: particulars.kind === 'bookmark' ? bookmarkId(particulars.pack, particulars.scenario) : id,
        ...(removed && { removed }),
      })),
    { selector: ({ id }) => id, maxLength: 4 },
  ),
});

/** As a store gives them back. */
export const inOrder = ({ answers, notes }: Facts): Facts => {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { answers: [...answers].sort(byId), notes: [...notes].sort(byId) };
};
