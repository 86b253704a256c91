import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAnswer } from './facts.fixture';
import { MemoryStore } from './memory-store';
import { answersAfter, stretches } from './stretches';

const someIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 40 });

async function holding(ids: readonly string[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.merge({ answers: ids.map((id) => anAnswer({ id })), notes: [] });
  return store;
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of all) items.push(item);
  return items;
}

test('stretches follow one another to the end, and hold everything once, a few in each', () =>
  fc.assert(
    fc.asyncProperty(someIds, someIds, fc.integer({ min: 1, max: 9 }), async (a, b, most) => {
      const stores = await Promise.all([holding(a), holding(b)]);
      const all = await collected(stretches(stores, undefined, most));
      expect(all.map(({ after }) => after)).toEqual([undefined, ...all.slice(0, -1).map(({ upTo }) => upTo)]);
      expect(all.at(-1)!.upTo).toBeUndefined();
      for (const [i, store] of stores.entries()) {
        expect(all.flatMap(({ ids }) => ids[i]!)).toEqual(await store.ids());
        for (const { after, upTo, ids } of all) {
          expect(ids[i]!.length).toBeLessThanOrEqual(most);
          expect((await store.answers(after, upTo)).map(({ id }) => id)).toEqual(ids[i]);
        }
      }
    }),
  ));

test('stretches after an id leave out what comes before it', async () => {
  const store = await holding(['a', 'b', 'c', 'd']);
  const ids = (await collected(stretches([store], 'a', 2))).flatMap(({ ids }) => ids);
  expect(ids.flat()).toEqual(['b', 'c', 'd']);
});

test.each([undefined, 4100])('many answers come some at a time, all of them and in order', async (count) => {
  const store = await holding(Array.from({ length: 4100 }, (_, n) => String(n).padStart(4, '0')));
  const some = await collected(answersAfter(store, '0000', count));
  expect(some.flat()).toEqual(await store.answers('0000'));
  expect(Math.max(...some.map(({ length }) => length))).toBe(2000);
});

test('few answers come at once', async () => {
  const store = await holding(['a', 'b', 'c']);
  expect(await collected(answersAfter(store, 'a', 2))).toEqual([await store.answers('a')]);
});
