import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, dayNumber } from './day';
import { dueToday } from './due';
import type { Channel } from './pack';
import { answer, pack, scenario } from './pack.fixture';
import { advance, noProgress } from './progress';
import { seeded } from './random';

const first = dayNumber('2028-02-01');

describe('a dialogue that was missed', () => {
  type Turn = ['sure' | 'unsure', 'right' | 'wrong'];
  const backAfter = (...turns: Turn[]) => {
    const answers = turns.map(([confidence, how]) =>
      answer({
        attempt: 'one.1',
        confidence,
        marks: { customer: 3, business: how === 'right' ? 3 : 0 },
        day: dayAt(first),
      }),
    );
    const progress = advance(noProgress, answers);
    const reasonAfter = (days: number) =>
      dueToday(pack(), progress, new Map(), dayAt(first + days), seeded(1))[0]?.reason;
    return [1, 2, 3, 4].find((days) => reasonAfter(days) === 'missed');
  };

  test('returns after two days where the person had been sure of a wrong turn, whatever the other turns were', () => {
    expect(backAfter(['sure', 'wrong'], ['unsure', 'right'])).toBe(2);
    expect(backAfter(['unsure', 'wrong'], ['sure', 'wrong'])).toBe(2);
  });

  test('returns after four where they had been sure of right turns only', () => {
    expect(backAfter(['sure', 'right'], ['unsure', 'wrong'])).toBe(4);
  });
});

describe('where a principle has scenes in several channels', () => {
  test('the list takes one in a channel that it does not have yet', () => {
    const scenes: [string, Channel][] = [
      ['first', 'phone'],
      ['choice', 'email'],
      ['trust', 'phone'],
      ['trust', 'email'],
      ['trust', 'chat'],
    ];
    const bank = pack(scenes.map(([id, channel]) => scenario(`${id}/${channel}`, { channel, principles: [id] })));
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const list = dueToday(bank, noProgress, new Map(), dayAt(first), seeded(seed));
        expect(list.map(({ scenario }) => scenario.channel)).toEqual(['phone', 'email', 'chat']);
      }),
    );
  });
});
