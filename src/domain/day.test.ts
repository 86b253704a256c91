import { describe, expect, test } from 'vitest';
import { dayOf, principleOfTheDay } from './day';
import { pack } from './pack.fixture';

describe('days', () => {
  test('a day is the local one', () => {
    expect(dayOf(new Date(2026, 10, 23, 0, 0, 1).getTime())).toBe('2026-11-23');
    expect(dayOf(new Date(2026, 10, 23, 23, 59, 59).getTime())).toBe('2026-11-23');
    expect(dayOf(new Date(2026, 0, 5).getTime())).toBe('2026-01-05');
  });

  test('the principle of the day stays for the day, and all come round before one returns', () => {
    const { charter } = pack();
    // 20,000 days after 1970 begin a lap of a charter of this length or another; three in a row from a lap's start do.
    const start = Math.ceil(20_000 / charter.length) * charter.length;
    const dayAt = (n: number) => new Date((start + n) * 86_400_000).toISOString().slice(0, 10);
    const ids = [0, 1, 2].map((n) => principleOfTheDay(charter, dayAt(n))?.id);
    expect(new Set(ids).size).toBe(charter.length);
    expect(principleOfTheDay(charter, dayAt(1))).toBe(principleOfTheDay(charter, dayAt(1)));
    expect(principleOfTheDay([], dayAt(0))).toBeUndefined();
  });
});
