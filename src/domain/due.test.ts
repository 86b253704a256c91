import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer';
import { dayAt, dayNumber } from './day';
import { dueToday, longestList } from './due';
import type { Day } from './ids';
import type { Mark } from './marks';
import type { Scenario } from './pack';
import { answer, bank } from './pack.fixture';
import { advance, isMistake, noProgress, pointsOfTrail, type Progress } from './progress';
import { seeded } from './random';
import { isDue, practised, type Skills } from './skills';

/** One principle more than a list has room for. */
const pack = bank(6, 3);
const charter = bank(12, 6);
const principleOf = (scenario: string) => scenario.split('/')[0]!;
const first = dayNumber('2028-02-01');

interface State {
  progress: Progress;
  skills: Skills;
}
const nothing: State = { progress: noProgress, skills: new Map() };
const given = (state: State, answers: readonly Answer[]): State => ({
  progress: advance(state.progress, answers),
  skills: practised(state.skills, answers, principleOf),
});
const listOf = ({ progress, skills }: State, today: Day, seed = 1, of = pack) =>
  dueToday(of, progress, skills, today, seeded(seed));

const mark = fc.constantFrom<Mark>(0, 1, 2, 3);
const reply = fc.record({
  marks: fc.record({ customer: mark, business: mark }),
  confidence: fc.constantFrom('sure' as const, 'unsure' as const),
});
const anyAnswer = fc
  .tuple(reply, fc.constantFrom(...pack.scenarios), fc.integer({ min: 0, max: 40 }))
  .map(([over, { id }, day]) => answer({ ...over, scenario: id, day: dayAt(first + day) }));
/** In no order of days: the clock jumps forwards and backwards. */
const state = fc.array(anyAnswer, { maxLength: 80 }).map((answers) => given(nothing, answers));
const inOrder = fc.array(anyAnswer, { maxLength: 80 }).map((answers) =>
  given(
    nothing,
    [...answers].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))),
  ),
);
const today = fc.integer({ min: -400, max: 800 }).map((offset) => dayAt(first + offset));

const right = { marks: { customer: 3, business: 3 }, confidence: 'sure' } as const;
const wrong = { marks: { customer: 3, business: 0 }, confidence: 'sure' } as const;

describe('the day’s list', () => {
  test('is short, and has no scene and no principle twice', () => {
    fc.assert(
      fc.property(state, today, fc.nat(), (state, today, seed) => {
        const list = listOf(state, today, seed);
        expect(list.length).toBeLessThanOrEqual(longestList);
        expect(new Set(list.map(({ scenario }) => scenario.id)).size).toBe(list.length);
        expect(new Set(list.map(({ principle }) => principle)).size).toBe(list.length);
      }),
    );
  });

  test('has a true reason for each scene, and days that are counted from the past', () => {
    fc.assert(
      fc.property(state, today, (state, today) => {
        for (const { scenario, reason, principle, days } of listOf(state, today)) {
          expect(scenario.principles[0]).toBe(principle);
          expect(days).toBeGreaterThanOrEqual(0);
          const card = state.skills.get(principle);
          if (reason === 'missed') expect(isMistake(state.progress, scenario.id)).toBe(true);
          else expect(reason).toBe(card ? 'due' : 'new');
          if (reason === 'due') expect(isDue(card!, today)).toBe(true);
        }
      }),
    );
  });

  test('leaves out what is due, or was never met, only when it is full', () => {
    fc.assert(
      fc.property(state, today, (state, today) => {
        const list = listOf(state, today);
        const there = new Set(list.map(({ principle }) => principle));
        const wanted = pack.path.filter((id) => !state.skills.has(id) || isDue(state.skills.get(id)!, today));
        if (wanted.some((id) => !there.has(id))) expect(list).toHaveLength(longestList);
      }),
    );
  });

  test('begins with a missed scene once it has rested, one only', () => {
    fc.assert(
      fc.property(inOrder, fc.integer({ min: 0, max: 60 }), (state, offset) => {
        const today = dayAt(first + 40 + offset);
        const rested = [...state.progress.scenarios.values()].filter(({ trail }) => {
          const passed = dayNumber(today) - dayNumber(trail.at(-1)!.day);
          return pointsOfTrail(trail) < 3 && passed >= (trail.at(-1)!.confidence === 'sure' ? 2 : 4);
        });
        const list = listOf(state, today);
        expect(list.map(({ reason }) => reason === 'missed')).toEqual(list.map((_, i) => i === 0 && rested.length > 0));
        const longest = Math.max(...rested.map(({ trail }) => dayNumber(today) - dayNumber(trail.at(-1)!.day)));
        if (rested.length) expect(list[0]!.days).toBe(longest);
      }),
    );
  });

  test('brings a missed scene back after four days, after two where the person had been sure', () => {
    const backAfter = (confidence: 'sure' | 'unsure') => {
      const state = given(nothing, [answer({ ...wrong, confidence, scenario: 'p1/1', day: dayAt(first) })]);
      return [1, 2, 3, 4].filter((days) => listOf(state, dayAt(first + days))[0]?.reason === 'missed');
    };
    expect(backAfter('unsure')).toEqual([4]);
    expect(backAfter('sure')).toEqual([2, 3, 4]);
  });

  test('does not show a principle again whose missed scene is there', () => {
    const all = pack.path.map((id) => answer({ ...(id === 'p1' && wrong), scenario: `${id}/1`, day: dayAt(first) }));
    const list = listOf(given(nothing, all), dayAt(first + 30));
    expect(list.map(({ principle, reason }) => `${principle} ${reason}`)).toEqual([
      'p1 missed',
      ...['p2', 'p3', 'p4', 'p5'].map((id) => `${id} due`),
    ]);
  });

  test('keeps the order: never met, then due, met longest ago first', () => {
    fc.assert(
      fc.property(inOrder, fc.integer({ min: 0, max: 60 }), (state, offset) => {
        const list = listOf(state, dayAt(first + 40 + offset)).filter(({ reason }) => reason !== 'missed');
        const firstDue = list.findIndex(({ reason }) => reason === 'due');
        const due = firstDue < 0 ? [] : list.slice(firstDue);
        expect(due.every(({ reason }) => reason === 'due')).toBe(true);
        expect(due.map(({ days }) => days)).toEqual(due.map(({ days }) => days).sort((a, b) => b - a));
      }),
    );
  });

  test('shows a principle in the scene seen longest ago, unseen ones first', () => {
    fc.assert(
      fc.property(state, today, (state, today) => {
        const at = (id: string) => state.progress.scenarios.get(id)?.trail.at(-1)?.at ?? 0;
        for (const { scenario, principle, reason } of listOf(state, today)) {
          if (reason === 'missed') continue;
          const others = pack.scenarios.filter(({ principles }) => principles[0] === principle);
          expect(at(scenario.id)).toBe(Math.min(...others.map(({ id }) => at(id))));
        }
      }),
    );
  });

  test('is the same for the same seed', () => {
    fc.assert(
      fc.property(state, today, fc.nat(), (state, today, seed) => {
        expect(listOf(state, today, seed)).toEqual(listOf(state, today, seed));
      }),
    );
  });

  test('passes over a principle without scenes and one that the path no longer has', () => {
    const small = { ...bank(2, 1), path: ['p1', 'bare'] };
    const list = (skills: Skills) => dueToday(small, noProgress, skills, dayAt(first + 90), seeded(1));
    const { skills } = given(nothing, [answer({ scenario: 'p2/1', day: dayAt(first) })]);
    expect(list(skills).map(({ principle }) => principle)).toEqual(['p1']);
  });
});

describe('an end', () => {
  test('is reached on any day, however the answers turn out', () => {
    fc.assert(
      fc.property(state, today, fc.infiniteStream(reply), (before, today, replies) => {
        let state = before;
        for (let round = 0; round <= pack.scenarios.length; round++) {
          const list = listOf(state, today);
          if (!list.length) return;
          const answers = list.map(({ scenario }) =>
            answer({ ...(replies.next().value as Partial<Answer>), scenario: scenario.id, day: today }),
          );
          state = given(state, answers);
        }
        expect.unreachable('the list of the day never became empty');
      }),
    );
  });

  test('is there when nothing is due', () => {
    const all = pack.path.map((id) => answer({ scenario: `${id}/1`, day: dayAt(first) }));
    expect(listOf(given(nothing, all), dayAt(first))).toEqual([]);
  });

  test('comes into sight after a year away', () => {
    const all = pack.scenarios.map(({ id }) => answer({ ...wrong, scenario: id, day: dayAt(first) }));
    expect(listOf(given(nothing, all), dayAt(first + 365))).toHaveLength(longestList);
  });
});

describe('somebody who takes the list every day', () => {
  const run = (days: number, replyTo: (scenario: Scenario) => typeof right | typeof wrong) => {
    let state = nothing;
    const met = new Map<string, number[]>();
    for (let day = 0; day < days; day++) {
      const list = listOf(state, dayAt(first + day), day, charter);
      for (const { principle } of list) met.set(principle, [...(met.get(principle) ?? []), day]);
      const answers = list.map(({ scenario }) =>
        answer({ ...replyTo(scenario), scenario: scenario.id, day: dayAt(first + day) }),
      );
      state = given(state, answers);
    }
    return met;
  };

  // The weakest principles once filled every list: the others waited for months, or were never met.
  test.each([
    ['misses everything', () => wrong],
    [
      'misses half of the principles',
      ({ principles }: Scenario) => (Number(principles[0]!.slice(1)) % 2 ? wrong : right),
    ],
    ['misses nothing', () => right],
  ])('and %s meets the whole charter within three days', (_, replyTo) => {
    const met = run(3, replyTo);
    expect([...met.keys()].sort()).toEqual([...charter.path].sort());
  });

  test('and misses everything meets each principle again within five days', () => {
    for (const days of run(90, () => wrong).values())
      for (const [i, day] of days.slice(1).entries()) expect(day - days[i]!).toBeLessThanOrEqual(5);
  });

  test('and misses nothing has free days before long', () => {
    const met = [...run(90, () => right).values()];
    expect(new Set(met.flat()).size).toBeLessThan(85);
    expect(met.flat().length).toBeLessThan(90 * 3);
  });
});

describe('a clock that was ahead for a while', () => {
  test('leaves behind what is put right first', () => {
    const usual = charter.path.slice(0, 10).map((id) => answer({ scenario: `${id}/1`, day: dayAt(first - 30) }));
    const ahead = charter.path.slice(10).map((id) => answer({ scenario: `${id}/1`, day: dayAt(first + 1000) }));
    const list = listOf(given(nothing, [...ahead, ...usual]), dayAt(first), 1, charter);
    expect(list.slice(0, 2).map(({ principle, days }) => [principle, days])).toEqual([
      ['p11', 0],
      ['p12', 0],
    ]);
  });

  test('does not keep a missed scene away until then', () => {
    const ahead = answer({ ...wrong, scenario: 'p1/1', day: dayAt(first + 1000) });
    const [missed] = listOf(given(nothing, [ahead]), dayAt(first));
    expect(missed).toMatchObject({ reason: 'missed', days: 0, scenario: { id: 'p1/1' } });
  });
});
