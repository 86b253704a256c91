import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawRound } from './draw';
import { channels } from './pack';
import { answer, scenario } from './pack.fixture';
import { advance, noProgress } from './progress';
import { seeded } from './random';

const bank = Array.from({ length: 24 }, (_, i) =>
  scenario(`a/${i}`, { channel: channels[i % 7]!, principles: [`p${i % 12}`] }),
);
const of = (id: string) => bank.find((each) => each.id === id)!;

describe('a round', () => {
  test('has five different scenes, of five principles and as many channels as there are', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const ids = drawRound(bank, noProgress, seeded(seed));
        expect(new Set(ids).size).toBe(5);
        expect(new Set(ids.map((id) => of(id).principles[0])).size).toBe(5);
        expect(new Set(ids.map((id) => of(id).channel)).size).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  test('shows every scene once before any comes back', () => {
    let progress = noProgress;
    const seen: string[] = [];
    for (let round = 0; round < 5; round++) {
      const ids = drawRound(bank, progress, seeded(round), [], round < 4 ? 5 : 4);
      seen.push(...ids);
      progress = advance(
        progress,
        ids.map((id) => answer({ scenario: id })),
      );
    }
    expect(new Set(seen).size).toBe(24);
    const next = drawRound(bank, progress, seeded(9));
    expect(next.every((id) => seen.slice(0, 5).includes(id))).toBe(true);
  });

  test('fills up what is there already, without repeating it', () => {
    const taken = [bank[3]!];
    const ids = drawRound(bank, noProgress, seeded(1), taken);
    expect(ids).toHaveLength(4);
    expect(ids).not.toContain('a/3');
    expect(drawRound(bank.slice(0, 3), noProgress, seeded(1), [bank[1]!]).sort()).toEqual(['a/0', 'a/2']);
  });

  test('takes other principles than what is there already has', () => {
    fc.assert(
      fc.property(fc.nat(), fc.subarray(bank.slice(0, 12), { maxLength: 4 }), (seed, taken) => {
        const ids = drawRound(bank, noProgress, seeded(seed), taken);
        const principles = [...taken, ...ids.map(of)].map((each) => each.principles[0]);
        expect(new Set(principles).size).toBe(5);
      }),
    );
  });

  test('is shorter where there are fewer scenes', () => {
    expect(drawRound(bank.slice(0, 2), noProgress, seeded(1)).sort()).toEqual(['a/0', 'a/1']);
    expect(drawRound([], noProgress, seeded(1))).toEqual([]);
  });
});
