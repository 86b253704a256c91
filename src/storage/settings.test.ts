import { describe, expect, test } from 'vitest';
import type { Settings } from '../domain/facts';
import { noProgress } from '../domain/progress';
import { emptyTally } from '../domain/tally';
import { isSetting, isSound } from './examine';
import { aBookmark, anAnswer } from './facts.fixture';

const settings: Settings = {
  round: { pack: 'p', scenes: [{ scenario: 'a/1', attempt: 'x.1' }] },
  backup: { at: 1, answers: 0 },
  snapshot: {
    version: 1,
    pack: 'p',
    packVersion: 1,
    progress: {
      ...noProgress,
      scenarios: new Map([['a/1', { tally: emptyTally, trail: [anAnswer()] }]]),
      checks: new Map([['x.1', [anAnswer({ where: 'check' })]]]),
      days: new Map([['2028-02-29', 1]]),
      months: new Map([['2028-02', emptyTally]]),
    },
    skills: new Map([
      ['p1', { stability: 1, difficulty: 1, last: '2028-02-29', due: '2028-03-01', answers: 1, misses: 0 }],
    ]),
    upTo: '1',
  },
  quarantine: [{ store: 'notes', key: 7, value: undefined }],
};

/** All places in data: the way to each, through lists, objects and maps. */
function* placesIn(data: unknown, way: PropertyKey[] = []): Generator<PropertyKey[]> {
  if (way.length) yield way;
  if (typeof data !== 'object' || data === null) return;
  const entries = data instanceof Map ? [...(data as Map<string, unknown>)] : Object.entries(data);
  for (const [key, value] of entries) yield* placesIn(value, [...way, key]);
}

/** A copy with another value in one place. */
function put(data: unknown, [key, ...rest]: PropertyKey[], value: unknown): unknown {
  if (key === undefined) return value;
  if (data instanceof Map) return new Map([...data, [key, put(data.get(key), rest, value)]]);
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) }) as Record<
    PropertyKey,
    unknown
  >;
  copy[key] = put(copy[key], rest, value);
  return copy;
}

describe.each(Object.entries(settings))('the setting %s', (name, value) => {
  test('is sound as the app writes it', () => expect(isSetting(name, value)).toBe(true));

  test('is broken as soon as anything in it is of another kind', () => {
    for (const way of placesIn(value)) {
      if (way.at(-1) === 'value') continue;
      expect(isSetting(name, put(value, way, Symbol('other'))), way.join('.')).toBe(
        name === 'quarantine' && way.at(-1) === 'key',
      );
    }
  });

  test('is broken where there is none of it', () => {
    expect(isSetting(name, undefined)).toBe(false);
    expect(isSetting(name, 7)).toBe(false);
    expect(isSetting(name, {})).toBe(false);
  });
});

test('a round may be none, a backup or a snapshot not', () => {
  expect(isSetting('round', null)).toBe(true);
  expect(isSetting('backup', null)).toBe(false);
  expect(isSetting('snapshot', null)).toBe(false);
});

test.each([-1, 1.5, Number.NaN])('a count is whole and not negative: %d', (answers) => {
  expect(isSetting('backup', { at: 1, answers })).toBe(false);
});

test.each([15, 17])('a tally has 16 counts, not %d', (length) => {
  const months = new Map([['2028-02', Array<number>(length).fill(0)]]);
  expect(isSetting('snapshot', put(settings.snapshot, ['progress', 'months'], months))).toBe(false);
});

test.each(['answers', 'notes', 'settings'])('a record of %s may have been put aside', (store) => {
  expect(isSetting('quarantine', [{ store, key: '1', value: 1 }])).toBe(true);
  expect(isSetting('quarantine', [{ store, key: undefined, value: 1 }])).toBe(false);
});

test.each(['constructor', 'mood', 7])('what this version does not know by name is left alone: %s', (key) => {
  expect(isSetting(key, Symbol('any'))).toBe(true);
});

test('a record is held against what belongs in its place', () => {
  const [answer, note] = [anAnswer(), aBookmark()];
  expect(isSound({ store: 'answers', key: answer.id, value: answer })).toBe(true);
  expect(isSound({ store: 'notes', key: note.id, value: note })).toBe(true);
  expect(isSound({ store: 'answers', key: note.id, value: note })).toBe(false);
  expect(isSound({ store: 'notes', key: answer.id, value: answer })).toBe(false);
  expect(isSound({ store: 'settings', key: 'backup', value: answer })).toBe(false);
});
