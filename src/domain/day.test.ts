import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayAt, dayNumber, dayOf, principleOfTheDay, weekOf } from './day';
import type { Principle } from './pack';
import { pack } from './pack.fixture';

const number = fc.integer({ min: 0, max: dayNumber('2999-12-31') });
const charterOf = (length: number): Principle[] =>
  Array.from({ length }, (_, i) => ({ ...pack().charter[0]!, id: `p${i}` }));

describe('days', () => {
  test('a day is the local one', () => {
    expect(dayOf(new Date(2026, 10, 23, 0, 0, 1).getTime())).toBe('2026-11-23');
    expect(dayOf(new Date(2026, 10, 23, 23, 59, 59).getTime())).toBe('2026-11-23');
    expect(dayOf(new Date(2026, 0, 5).getTime())).toBe('2026-01-05');
  });

  test('are numbered without gaps, over leap years and centuries, and in the order of their names', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 2000 }), (n, more) => {
        expect(dayNumber(dayAt(n))).toBe(n);
        expect(dayAt(n) < dayAt(n + more)).toBe(true);
      }),
    );
    expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
    expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
  });

  test('of a week have the same Monday, at most six days before', () => {
    fc.assert(
      fc.property(number, (n) => {
        const monday = weekOf(dayAt(n));
        expect(new Date(`${monday}T12:00:00Z`).getUTCDay()).toBe(1);
        expect(n - dayNumber(monday)).toBeGreaterThanOrEqual(0);
        expect(n - dayNumber(monday)).toBeLessThan(7);
        expect(weekOf(monday)).toBe(monday);
      }),
    );
  });
});

describe.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Cairo'])(
  'in %s',
  (zone) => {
    afterEach(() => {
      vi.unstubAllEnvs();
    });

    test('a day lasts from local midnight to midnight, on the days on which the clock is put forward or back too', () => {
      vi.stubEnv('TZ', zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      const minute = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 });
      const named = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
      fc.assert(
        fc.property(minute, (minute) => {
          expect(dayOf(minute * 60_000)).toBe(named.format(minute * 60_000));
        }),
      );
      for (let hour = Date.UTC(2026, 0, 1); hour < Date.UTC(2027, 0, 1); hour += 3 * 3_600_000) {
        const passed = dayNumber(dayOf(hour + 3 * 3_600_000)) - dayNumber(dayOf(hour));
        expect(passed === 0 || passed === 1).toBe(true);
      }
    });
  },
);

describe('the principle of the day', () => {
  test('is there for each day, the same for everybody, and all come round in a lap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 3000 }), (length, lap) => {
        const charter = charterOf(length);
        const days = Array.from({ length }, (_, i) => dayAt(lap * length + i));
        const ids = days.map((day) => principleOfTheDay(charter, day)!.id);
        expect(new Set(ids).size).toBe(length);
        expect(days.map((day) => principleOfTheDay([...charter].reverse(), day)!.id)).toEqual(ids);
      }),
    );
  });

  test('is none where the charter is empty', () => {
    expect(principleOfTheDay([], '2027-01-15')).toBeUndefined();
  });

  test('never comes back before all others', () => {
    const charter = charterOf(12);
    const ids = Array.from({ length: 3000 }, (_, n) => principleOfTheDay(charter, dayAt(20_000 + n))!.id);
    ids.slice(11).forEach((_, i) => expect(new Set(ids.slice(i, i + 12)).size).toBe(12));
  });
});
