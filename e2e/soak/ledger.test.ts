import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer';
import { type Given, settle, turnOf } from './ledger.ts';

const given = (scenario: string, saved = true): Given => ({ scenario, turn: 't', response: 'r', saved });
const stored = (scenario: string, attempt = scenario): Answer =>
  ({ id: `${scenario}-${attempt}`, attempt, scenario, turn: 't', response: 'r' }) as Answer;

const nothingKnown = new Set<string>();
const clean = { lost: [], doubled: [], invented: [] };

test('what was said to be saved and is there is acknowledged', () => {
  expect(settle([given('a'), given('b')], [stored('b'), stored('a')], nothingKnown, false)).toEqual({
    acknowledged: 2,
    ...clean,
  });
});

test('what was not said to be saved may be there or not', () => {
  expect(settle([given('a', false)], [stored('a')], nothingKnown, false)).toEqual({ acknowledged: 0, ...clean });
  expect(settle([given('a', false)], [], nothingKnown, false)).toEqual({ acknowledged: 0, ...clean });
});

test('what was said to be saved and is not there is lost', () => {
  expect(settle([given('a'), given('b')], [stored('b')], nothingKnown, true).lost).toEqual([given('a')]);
});

test('an unsaved answer does not stand in for a saved one of the same words', () => {
  const verdict = settle([given('a', false), given('a')], [stored('a')], nothingKnown, false);
  expect(verdict).toEqual({ acknowledged: 1, ...clean });
});

test('a turn that is answered a second time is doubled, be it since the last look or before', () => {
  expect(settle([given('a')], [stored('a', 'x'), stored('a', 'x')], nothingKnown, false).doubled).toHaveLength(1);
  expect(settle([given('a')], [stored('a', 'x')], new Set([turnOf(stored('a', 'x'))]), false)).toMatchObject({
    doubled: [{ scenario: 'a' }],
    lost: [{ scenario: 'a' }],
  });
});

test('an answer that nobody gave is invented, unless a death swallowed the last words', () => {
  const answers = [stored('a'), stored('b'), stored('c')];
  expect(settle([given('b')], answers, nothingKnown, false).invented).toEqual([stored('a'), stored('c')]);
  expect(settle([given('b')], answers, nothingKnown, true).invented).toEqual([stored('a')]);
  expect(settle([], answers, nothingKnown, true).invented).toEqual([]);
});

test('an answer that another one came after was saved, whether that was heard or not', () => {
  expect(settle([given('a', false)], [stored('b')], nothingKnown, true).lost).toEqual([given('a', false)]);
  expect(settle([given('a', false)], [stored('a'), stored('b')], nothingKnown, true).lost).toEqual([]);
});
