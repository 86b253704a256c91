import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grid, wrap } from './layout';
import { lintBank } from './lint';
import { renderReport } from './report';
import { cleanBank, filler, pack, responses, scenario, turn } from './test-bank';

describe('the report', () => {
  const report = lintBank([cleanBank('de')]);

  it('has no findings to show for a clean bank, but the tables', () => {
    const text = renderReport(report);
    expect(text).toMatch(/^72 scenarios, 72 turns, de: 0 findings, 0 notes\n/);
    expect(text).not.toContain('FINDINGS');
    expect(text).toMatch(/principle-3 +6 +6 +2 +2 +2/);
    expect(text).toContain('take the most hedged');
    expect(text).toMatch(/classifier +\d+ % +33 %/);
    expect(text).toBe(text.trim());
  });

  it('shows findings first, scene by scene, then notes', () => {
    const bank = pack([
      scenario({
        id: 'z/last',
        turns: [turn({ situation: filler(46), responses: responses(filler(30), filler(28)) })],
      }),
      scenario({
        id: 'a/first',
        turns: [turn({ situation: filler(46), responses: responses(filler(12), filler(12)) })],
      }),
    ]);
    const text = renderReport(lintBank([bank]));
    const order = [
      'FINDINGS',
      'a/first',
      'z/last',
      '[words] de · start · best: The response has 30 words',
      'NOTES',
      'COVERAGE',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('fits 100 columns', () => {
    const message = `${'a '.repeat(200)}${'Wort '.repeat(200)}`.trim();
    const text = renderReport({ ...report, findings: [{ rule: 'words', scenario: 'a', message }] });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('layout', () => {
  it('wraps without losing a word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,120}$/)), (all) => {
        const lines = wrap(all.join(' '), '- ', '  ');
        expect(lines.map((line) => line.slice(2)).join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(line.length <= 100 || !line.trim().slice(2).includes(' ')).toBe(true);
      }),
    );
  });

  it('aligns columns', () => {
    expect(
      grid([
        ['a', '1'],
        ['bcd', '200'],
      ]),
    ).toEqual(['a      1', 'bcd  200']);
  });
});
