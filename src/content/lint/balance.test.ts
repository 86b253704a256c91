import { describe, expect, it } from 'vitest';
import type { Leaning, Pack, Response } from '../../domain/pack';
import { balanceOf, balanceRules, bestRules } from './balance';
import { cleanBank, pack, response, scenario, times, turn } from './test-bank';

const best = response('best', 3, 3);
const soft = response('soft', 3, 1);
const hard = response('hard', 1, 3);

const bank = (
  count: number,
  make: (index: number) => Response[],
  leaning: (index: number) => Leaning = () => 'middle',
) =>
  pack(
    times(count, (index) =>
      scenario({ id: `retail/${index}`, best: leaning(index), turns: [turn({ responses: make(index) })] }),
    ),
  );
const check = (one: Pack) => balanceRules(balanceOf(one));
/** The best response at every place in turn. */
const rotated = (index: number, wrong: Response[]) => [...wrong.slice(0, index % 3), best, ...wrong.slice(index % 3)];
const mixed = (index: number): Leaning =>
  (['firm', 'middle', 'generous', 'middle', 'firm', 'middle'] as const)[index % 6] ?? 'firm';

describe('balance', () => {
  it('is silent about a balanced bank', () => {
    expect(check(bank(60, (index) => rotated(index, [soft, hard]), mixed))).toEqual({ findings: [], notes: [] });
    expect(check(cleanBank('de'))).toEqual({ findings: [], notes: [] });
  });

  it('counts absent and compromising responses as neither too soft nor too hard', () => {
    const { wrong } = balanceOf(bank(1, () => [best, soft, response('absent', 1, 0), response('half', 2, 2)]));
    expect(wrong).toMatchObject({ soft: { count: 1 }, hard: 0, absent: 1, compromise: 1, all: 3 });
  });

  it('finds a bank whose wrong responses err on one side', () => {
    const softer = check(bank(60, (index) => rotated(index, index % 2 ? [soft, soft] : [soft, hard]), mixed));
    expect(softer.findings).toMatchObject([{ rule: 'direction' }]);
    expect(softer.findings[0]?.message).toContain('75 % of 120 wrong responses are too soft');
    expect(softer.findings[0]?.message).toContain('write more that are too hard or absent');
    const harder = check(bank(60, (index) => rotated(index, [hard, hard]), mixed));
    expect(harder.findings[0]?.message).toContain('write more that are too soft');
  });

  it('gives a small bank more room', () => {
    const make = (index: number) =>
      rotated(index, index % 5 === 0 ? [soft, hard] : index % 3 ? [soft, soft] : [hard, soft]);
    const share = balanceOf(bank(12, make)).wrong.soft.share;
    expect(share).toBeGreaterThan(0.65);
    expect(check(bank(12, make, mixed)).findings).toEqual([]);
    expect(check(bank(60, make, mixed)).findings).toMatchObject([{ rule: 'direction' }]);
  });

  it('notes best responses that all lean one way', () => {
    const { findings, notes } = check(bank(60, (index) => rotated(index, [soft, hard])));
    expect(findings).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('firm in 0 %'),
      expect.stringContaining('middle in 100 %'),
      expect.stringContaining('generous in 0 %'),
    ]);
  });

  it('finds best responses that are written first', () => {
    const { findings } = check(bank(60, () => [best, soft, hard], mixed));
    expect(findings.map(({ rule }) => rule)).toEqual(['position', 'position', 'position']);
    expect(findings[0]?.message).toContain('number 1 in 100 % of 60 turns, expected 33 % ± 7 points');
  });

  it('has nothing to say about an empty bank', () => {
    expect(check(pack([]))).toEqual({ findings: [], notes: [] });
  });
});

describe('the best response', () => {
  it('is one in every turn', () => {
    expect(bestRules(bank(1, () => [soft, best, hard])).findings).toEqual([]);
  });

  it.each([
    [0, [soft, hard]],
    [2, [best, best, hard]],
  ])('is missed or doubled: %i', (count, all) => {
    const bad = bank(1, () => all);
    expect(bestRules(bad).findings).toMatchObject([{ rule: 'best', scenario: 'retail/0', turn: 'start' }]);
    expect(bestRules(bad).findings[0]?.message).toContain(`${count} responses are marked 3/3`);
    expect(balanceOf(bad).turns).toBe(0);
  });
});
