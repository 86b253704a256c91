import { describe, expect, test } from 'vitest';
import { unsigned, vulnerable } from './audit';

const counts = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 };
const audit = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: counts } });

describe('known vulnerabilities', () => {
  test('none, or only small ones, are none', () => {
    expect(vulnerable(audit({}))).toEqual({ kind: 'clean' });
    expect(vulnerable(audit({ a: { severity: 'low' }, b: { severity: 'moderate' } }))).toEqual({ kind: 'clean' });
  });

  test('high and critical ones are named', () => {
    const verdict = vulnerable(audit({ a: { severity: 'high' }, b: { severity: 'critical' }, c: { severity: 'low' } }));
    expect(verdict).toEqual({ kind: 'bad', findings: ['a: high', 'b: critical'] });
  });
});

describe('signatures', () => {
  test('all of them right is clean', () => {
    expect(unsigned('{"invalid":[],"missing":[]}')).toEqual({ kind: 'clean' });
  });

  test('a wrong one and a missing one are named', () => {
    const answer = { invalid: [{ name: 'a', version: '1.0.0' }], missing: [{ name: 'b', version: '2.0.0' }] };
    expect(unsigned(JSON.stringify(answer))).toEqual({
      kind: 'bad',
      findings: ['a 1.0.0: wrong signature', 'b 2.0.0: no signature'],
    });
  });
});

test.each([
  ['{"message":"405 Method Not Allowed","statusCode":405,"error":{"summary":""}}', '405 Method Not Allowed'],
  ['{"error":{"code":"ENOTFOUND","summary":"no such host\\nmore"}}', 'no such host'],
  ['{"error":{"code":"ETIMEDOUT","summary":""}}', 'ETIMEDOUT'],
  ['', 'no answer'],
  ['null', 'no answer'],
  ['<html>', 'no answer'],
])('a registry that cannot be asked is no finding: %s', (text, why) => {
  expect(vulnerable(text)).toEqual({ kind: 'unreachable', why });
  expect(unsigned(text)).toEqual({ kind: 'unreachable', why });
});
