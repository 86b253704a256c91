import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandAround, chanceOf, describeBand, hitOf, isAbove, isBelow } from './chance';

describe('a band', () => {
  it('is as wide as the rule asks in a whole bank', () => {
    expect(bandAround(0.25, 0.07, 60)).toMatchObject({ noise: 0, low: 0.18, high: 0.32 });
  });

  it('is wider by the 95 % noise of so few turns in a small bank, and says so', () => {
    const band = bandAround(0.25, 0.07, 27);
    expect(band.noise).toBeCloseTo(1.96 * Math.sqrt((0.25 * 0.75) / 27));
    expect(band.high).toBeCloseTo(0.32 + band.noise);
    expect(describeBand(band)).toBe('expected 25 % ± 7 points, widened by 16 points because the bank has few turns');
    expect(describeBand(bandAround(0.25, 0.07, 60))).toBe('expected 25 % ± 7 points');
  });

  it('holds its own edges', () => {
    const band = bandAround(0.5, 0.1, 100);
    expect(isAbove(0.1 + 0.2 + 0.3, band)).toBe(false);
    expect(isBelow(0.4, band)).toBe(false);
    expect(isAbove(0.61, band)).toBe(true);
    expect(isBelow(0.39, band)).toBe(true);
  });
});

describe('chance', () => {
  it('is one in the number of responses, over all turns', () => {
    expect(chanceOf([{ turn: { responses: [1, 2] } }, { turn: { responses: [1, 2, 3, 4] } }])).toBeCloseTo(0.375);
  });
});

describe('a hit', () => {
  it('is shared between responses that tie', () => {
    expect(hitOf([3, 3, 1], 0)).toBe(0.5);
    expect(hitOf([3, 3, 1], 2)).toBe(0);
  });

  it('is chance where all tie, and one in all over the responses of a turn', () => {
    expect(hitOf([0, 0, 0, 0], 2)).toBe(0.25);
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1 }), (scores) => {
        expect(scores.reduce((sum, _, index) => sum + hitOf(scores, index), 0)).toBeCloseTo(1);
      }),
    );
  });
});
