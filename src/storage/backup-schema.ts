import * as v from 'valibot';
import type { Answer } from '../domain/answer';
import type { Facts } from '../domain/facts';
import {
  bookmarkId,
  type Bookmark,
  type Check,
  type Goal,
  type Intention,
  type Moment,
  type Note,
} from '../domain/note';
import { channels } from '../domain/pack';
import type { Mark } from '../domain/marks';
import { BackupError } from './backup-error';

/** A value by a test; the message is what was expected. */
const that = <T>(expected: string, test: (value: unknown) => boolean) => v.custom<T>(test, expected);

const text = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const id = that<string>('1 to 200 characters, none of them a control character or half of one', (value) =>
  typeof value === 'string' ? text.test(value) : false,
);

const year2200 = Date.UTC(2200, 0);
const instant = that<number>('whole milliseconds since 1970, before 2200', (value) =>
  Number.isInteger(value) ? (value as number) > 0 && (value as number) < year2200 : false,
);

// Not by `includes`, which takes −0 for 0.
const mark = that<Mark>('0 to 3', (value) => [0, 1, 2, 3].some((each) => Object.is(each, value)));

const day = that<string>('a calendar day, YYYY-MM-DD', (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // Some engines take 30 February for 1 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
});

/** A field that is in the type and not in the schema would make every record that has it unreadable. */
type Fields<T> = { [Key in keyof T]-?: v.GenericSchema<unknown, T[Key]> };

const answer = v.strictObject({
  id,
  attempt: id,
  pack: id,
  scenario: id,
  version: id,
  turn: id,
  response: id,
  marks: v.strictObject({ customer: mark, business: mark } satisfies Fields<Answer['marks']>),
  confidence: v.picklist(['sure', 'unsure']),
  at: instant,
  day,
  where: v.picklist(['practice', 'check', 'team']),
} satisfies Fields<Answer>);

const bookmark = v.pipe(
  v.strictObject({
    id: v.string(),
    at: instant,
    changed: instant,
    removed: v.exactOptional(v.literal(true)),
    kind: v.literal('bookmark'),
    pack: id,
    scenario: id,
  } satisfies Record<keyof Bookmark, unknown>),
  v.forward(
    v.check((note) => note.id === bookmarkId(note.pack, note.scenario), 'bookmark:<pack>:<scenario>'),
    ['id'],
  ),
);

/** What a person wrote. */
const words = that<string>('up to 2,000 characters', (value) =>
  typeof value === 'string' ? value.length <= 2000 && !/\p{Cs}|[\0-\x08\x0b-\x1f\x7f]/u.test(value) : false,
);
const noteBase = { id, at: instant, changed: instant, removed: v.exactOptional(v.literal(true)) };
const marks = v.strictObject({ customer: mark, business: mark } satisfies Fields<Answer['marks']>);

const intention = v.strictObject({
  ...noteBase,
  kind: v.literal('intention'),
  text: words,
  day,
  used: v.exactOptional(v.picklist(['yes', 'not-yet'])),
} satisfies Record<keyof Intention, unknown>);

const moment = v.strictObject({
  ...noteBase,
  kind: v.literal('moment'),
  day,
  channel: v.picklist(channels),
  principle: id,
  text: words,
  marks,
  next: words,
} satisfies Record<keyof Moment, unknown>);

const goal = v.strictObject({
  ...noteBase,
  kind: v.literal('goal'),
  from: day,
  days: that<number>('1 to 7', (value) => [1, 2, 3, 4, 5, 6, 7].includes(value as number)),
} satisfies Record<keyof Goal, unknown>);

const check = v.strictObject({
  ...noteBase,
  kind: v.literal('check'),
  pack: id,
  // Far beyond any check; a screen goes through them all.
  scenes: v.pipe(v.array(v.strictObject({ scenario: id, attempt: id })), v.maxLength(500)),
} satisfies Record<keyof Check, unknown>);

const note = v.variant('kind', [bookmark, intention, moment, goal, check]);

const version1 = v.strictObject({
  format: v.string(),
  version: v.literal(1),
  made: instant,
  app: id,
  sha256: v.string(),
  facts: v.strictObject({ answers: v.array(answer), notes: v.array(note) } satisfies Fields<Facts>),
});

export const isAnswer = (value: unknown): value is Answer => v.is(answer, value);
export const isNote = (value: unknown): value is Note => v.is(note, value);

function refuseTwins(records: { id: string }[], path: string): void {
  const seen = new Set<string>();
  for (const [i, { id }] of records.entries()) {
    if (seen.has(id))
      throw new BackupError('invalid', { path: `${path}.${i}.id`, expected: 'an id of its own', found: id });
    seen.add(id);
  }
}

/**
 * The facts in a backup of version 1, and nothing beside what belongs there.
 * @throws {BackupError} `invalid`, with the path of the first flaw
 */
export function parseVersion1(envelope: unknown): Facts {
  const result = v.safeParse(version1, envelope, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const told = issue.type === 'custom' || issue.type === 'check';
    throw new BackupError('invalid', {
      path: v.getDotPath(issue) ?? '',
      expected: (told ? issue.message : issue.expected) ?? issue.message,
      found: issue.received,
    });
  }
  const { answers, notes } = result.output.facts;
  refuseTwins(answers, 'facts.answers');
  refuseTwins(notes, 'facts.notes');
  return { answers, notes };
}
