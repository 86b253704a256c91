import { expect, test } from 'vitest';
import { resultOf } from './suite.ts';

const nothing = { success: true, numPassedTests: 0, numFailedTests: 0, testResults: [] };

test('a suite in which tests passed and nothing else happened is good', () => {
  expect(resultOf({ ...nothing, numPassedTests: 3 }, 0, '')).toEqual({ passed: 3, failed: 0, problems: [] });
});

test('a suite without a report, without a test, or with another exit code has failed', () => {
  expect(resultOf(undefined, 1, 'no such file')).toMatchObject({ failed: 1, problems: [{ said: 'no such file' }] });
  expect(resultOf(nothing, 0, '')).toMatchObject({ failed: 1, problems: [{ error: '0 tests passed, exit 0' }] });
  expect(resultOf({ ...nothing, numPassedTests: 3 }, 1, '')).toMatchObject({ failed: 1 });
});

test('a file that cannot be run, and each test that fails, is told with its messages', () => {
  const failing = { fullName: 'adds up', status: 'failed', failureMessages: ['seed 9'] };
  const testResults = [
    { name: 'a.test.ts', message: 'no such import', assertionResults: [] },
    { name: 'b.test.ts', message: '', assertionResults: [failing, { ...failing, status: 'passed' }] },
  ];
  const report = { success: false, numPassedTests: 1, numFailedTests: 1, testResults };
  expect(resultOf(report, 1, '')).toEqual({
    passed: 1,
    failed: 1,
    problems: [
      { file: 'a.test.ts', error: 'no such import' },
      { file: 'b.test.ts', test: 'adds up', failureMessages: ['seed 9'] },
    ],
  });
});
