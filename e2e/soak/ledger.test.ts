import { expect, test } from 'vitest';
import type { Answer } from '../../src/domain/answer';
import { type Given, settle, turnOf } from './ledger.ts';

const given = (scenario: string, saved = true): Given => ({ scenario, turn: 't', response: 'r', saved });
const stored = (scenario: string, attempt = scenario): Answer =>
  ({ id: `${scenario}-${attempt}`, attempt, scenario, turn: 't', response: 'r' }) as Answer;

const nothingKnown = new Set<string>();
const clean = { lost: [], doubled: [], invented: [] };

test('what was said to be saved and is there is acknowledged', () => {
  expect(settle([given('a'), given('b')], [stored('b'), stored('a')], nothingKnown, 0)).toEqual({
    acknowledged: 2,
    ...clean,
  });
});

test('what was not said to be saved may be there or not', () => {
  expect(settle([given('a', false)], [stored('a')], nothingKnown, 0)).toEqual({ acknowledged: 0, ...clean });
  expect(settle([given('a', false)], [], nothingKnown, 0)).toEqual({ acknowledged: 0, ...clean });
});

test('what was said to be saved and is not there is lost', () => {
  expect(settle([given('a'), given('b')], [stored('b')], nothingKnown, 1).lost).toEqual([given('a')]);
});

test('an unsaved answer does not stand in for a saved one of the same words', () => {
  const verdict = settle([given('a', false), given('a')], [stored('a')], nothingKnown, 0);
  expect(verdict).toEqual({ acknowledged: 1, ...clean });
});

test('a turn that is answered a second time is doubled, be it since the last look or before', () => {
  expect(settle([given('a')], [stored('a', 'x'), stored('a', 'x')], nothingKnown, 0).doubled).toHaveLength(1);
  expect(settle([given('a')], [stored('a', 'x')], new Set([turnOf(stored('a', 'x'))]), 0)).toMatchObject({
    doubled: [{ scenario: 'a' }],
    lost: [{ scenario: 'a' }],
  });
});

test('an answer that nobody gave is forgiven once a death, and no more', () => {
  expect(settle([], [stored('a')], nothingKnown, 1).invented).toEqual([]);
  expect(settle([], [stored('a'), stored('b')], nothingKnown, 1).invented).toEqual([stored('b')]);
});
