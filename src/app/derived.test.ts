import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '../domain/answer';
import { dayAt } from '../domain/day';
import type { Mark } from '../domain/marks';
import { answer, pack, scenario } from '../domain/pack.fixture';
import { MemoryStore } from '../storage/memory-store';
import { derive, readDerived } from './derived';

const bank = pack([scenario('a/a', { principles: ['first'] }), scenario('b/b', { principles: ['trust'] })]);
const mark = fc.constantFrom<Mark>(0, 1, 2, 3);
const answers = (least: number, most: number): fc.Arbitrary<Answer[]> =>
  fc
    .array(
      fc.record({
        scenario: fc.constantFrom('a/a', 'b/b', 'c/gone'),
        customer: mark,
        business: mark,
        day: fc.nat(400),
        attempt: fc.constantFrom('x.1', 'y.2'),
        where: fc.constantFrom('practice' as const, 'check' as const),
      }),
      { minLength: least, maxLength: most },
    )
    .map((list) =>
      list.map(({ customer, business, day, ...over }) =>
        answer({ ...over, marks: { customer, business }, day: dayAt(20_000 + day) }),
      ),
    );

const storeWith = async (list: readonly Answer[]) => {
  const store = new MemoryStore();
  await store.merge({ answers: [...list], notes: [] });
  return store;
};

describe('what is derived', () => {
  test('is the same from a snapshot and the answers after it as from all answers', () =>
    fc.assert(
      fc.asyncProperty(answers(51, 70), answers(0, 60), async (before, after) => {
        const store = await storeWith(before);
        await readDerived(store, bank);
        await vi.waitFor(async () => expect(await store.setting('snapshot')).toBeDefined());
        for (const each of after) await store.append(each);
        expect(await readDerived(store, bank)).toEqual(await readDerived(await storeWith([...before, ...after]), bank));
      }),
      { numRuns: 25 },
    ));

  test('reads only the answers after the snapshot', async () => {
    const list = Array.from({ length: 60 }, () => answer({ scenario: 'a/a' }));
    const store = await storeWith(list);
    await readDerived(store, bank);
    await store.append(answer({ scenario: 'b/b' }));
    const read = vi.spyOn(store, 'answers');
    expect((await readDerived(store, bank)).progress.answers).toBe(61);
    expect(read.mock.calls).toEqual([[list.at(-1)!.id]]);
  });

  test('is the same where so many answers are stored that they are read some at a time', async () => {
    const list = Array.from({ length: 4500 }, (_, n) => answer({ scenario: n % 3 ? 'a/a' : 'b/b' }));
    const store = await storeWith(list);
    const read = vi.spyOn(store, 'answers');
    const derived = await readDerived(store, bank);
    expect(derived).toEqual(derive(await readDerived(await storeWith([]), bank), list, bank));
    expect(read.mock.calls.length).toBeGreaterThan(2);
    expect(await store.setting('snapshot')).toMatchObject({ upTo: list.at(-1)!.id });
  });

  test('throws the snapshot away where answers came in between, as by a merge', async () => {
    const list = Array.from({ length: 60 }, () => answer({ scenario: 'a/a' }));
    const store = await storeWith(list.filter((_, i) => i !== 30));
    await readDerived(store, bank);
    await store.merge({ answers: list, notes: [] });
    expect(await readDerived(store, bank)).toEqual(await readDerived(await storeWith(list), bank));
  });

  test.each([
    ['another pack', pack(bank.scenarios, { id: 'other' })],
    ['a newer edition of the pack', pack(bank.scenarios, { version: 2 })],
  ])('is rebuilt for %s', async (_, other) => {
    const store = await storeWith(Array.from({ length: 60 }, () => answer({ scenario: 'a/a' })));
    await readDerived(store, bank);
    const read = vi.spyOn(store, 'answers');
    await readDerived(store, other);
    expect(read.mock.calls).toEqual([[undefined]]);
  });

  // Version 1 knew the answers of a check only until its scenes were practised.
  test('is rebuilt from all answers where the snapshot is of an older version', async () => {
    const store = await storeWith(Array.from({ length: 60 }, () => answer({ attempt: 'a.1', where: 'check' })));
    await readDerived(store, bank);
    const { progress, ...snapshot } = (await store.setting('snapshot'))!;
    const { checks: _, ...older } = progress;
    await store.putSetting('snapshot', { ...snapshot, version: 1, progress: older as typeof progress });
    expect((await readDerived(store, bank)).progress.checks.get('a.1')).toHaveLength(60);
    expect(await store.setting('snapshot')).not.toMatchObject({ version: 1 });
  });

  test('a start without a snapshot is only slower', async () => {
    const store = await storeWith([answer()]);
    vi.spyOn(store, 'setting').mockRejectedValue(new Error('gone'));
    expect((await readDerived(store, bank)).progress.answers).toBe(1);
  });

  test('answers to scenes that the pack no longer has count, but belong to no principle', async () => {
    const derived = await readDerived(await storeWith([]), bank);
    const after = derive(derived, [answer({ scenario: 'c/gone' })], bank);
    expect(after.progress.answers).toBe(1);
    expect(after.skills.size).toBe(0);
  });
});
