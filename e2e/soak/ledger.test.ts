import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer';
import { type Given, overwritten, settle, turnOf } from './ledger.ts';

const given = (scenario: string, saved = true): Given => ({
  ...{ scenario, turn: 't', response: 'r', confidence: 'sure' },
  saved,
});
const stored = (scenario: string, attempt = scenario): Answer =>
  ({
    ...{ id: `${scenario}-${attempt}`, attempt, scenario, turn: 't', response: 'r' },
    ...{ confidence: 'sure', at: 5 },
  }) as Answer;

const dead = 9;

const nothingKnown = new Set<string>();
const clean = { lost: [], doubled: [], invented: [] };

test('what was said to be saved and is there is acknowledged', () => {
  expect(settle([given('a'), given('b')], [stored('b'), stored('a')], nothingKnown)).toEqual({
    acknowledged: 2,
    ...clean,
  });
});

test('what was not said to be saved may be there or not', () => {
  expect(settle([given('a', false)], [stored('a')], nothingKnown)).toEqual({ acknowledged: 0, ...clean });
  expect(settle([given('a', false)], [], nothingKnown)).toEqual({ acknowledged: 0, ...clean });
});

test('what was said to be saved and is not there is lost', () => {
  expect(settle([given('a'), given('b')], [stored('b')], nothingKnown, dead).lost).toEqual([given('a')]);
});

test('an unsaved answer does not stand in for a saved one of the same words', () => {
  const verdict = settle([given('a', false), given('a')], [stored('a')], nothingKnown);
  expect(verdict).toEqual({ acknowledged: 1, ...clean });
});

test('a turn that is answered a second time is doubled, be it since the last look or before', () => {
  expect(settle([given('a')], [stored('a', 'x'), stored('a', 'x')], nothingKnown).doubled).toHaveLength(1);
  expect(settle([given('a')], [stored('a', 'x')], new Set([turnOf(stored('a', 'x'))]))).toMatchObject({
    doubled: [{ scenario: 'a' }],
    lost: [{ scenario: 'a' }],
  });
});

test('an answer that nobody gave is invented, unless a death swallowed the last words', () => {
  const answers = [stored('a'), stored('b'), stored('c')];
  expect(settle([given('b')], answers, nothingKnown).invented).toEqual([stored('a'), stored('c')]);
  expect(settle([given('b')], answers, nothingKnown, dead).invented).toEqual([stored('a')]);
  expect(settle([], answers, nothingKnown, dead).invented).toEqual([]);
});

test('an answer that another one came after was saved, whether that was heard or not', () => {
  expect(settle([given('a', false)], [stored('b')], nothingKnown, dead).lost).toEqual([given('a', false)]);
  expect(settle([given('a', false)], [stored('a'), stored('b')], nothingKnown, dead).lost).toEqual([]);
});

test('after the last answer that was heard of, neither that one once more nor one given after the death is forgiven', () => {
  const again = stored('a', 'a');
  const elsewhere = stored('a', 'x');
  const late = { ...stored('b'), at: dead + 1 };
  expect(settle([given('a')], [stored('a'), { ...again, id: 'new' }], nothingKnown, dead).doubled).toHaveLength(1);
  expect(settle([given('a')], [stored('a'), elsewhere], nothingKnown, dead).doubled).toEqual([elsewhere]);
  expect(settle([given('a')], [stored('a'), late], nothingKnown, dead).invented).toEqual([late]);
  expect(settle([given('a')], [stored('a'), { ...late, at: dead }], nothingKnown, dead).invented).toEqual([]);
});

test('an answer of another confidence is not the one that was given', () => {
  const unsure: Answer = { ...stored('a'), confidence: 'unsure' };
  expect(settle([given('a')], [unsure], nothingKnown)).toMatchObject({ lost: [given('a')], invented: [unsure] });
});

test('an answer that was there before must still say the same, in whatever order', () => {
  const { id, ...rest } = stored('a');
  expect(overwritten([stored('a')], [{ ...rest, id }, stored('b')])).toEqual([]);
  const other = { ...stored('a'), response: 'other' };
  expect(overwritten([stored('a'), stored('b')], [other])).toEqual([other]);
});
