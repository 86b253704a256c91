import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts } from '../domain/facts';
import { aBookmark, anAnswer, inOrder, sharedFacts } from './facts.fixture';
import type { Store } from './store';

const factsOf = async (store: Store): Promise<Facts> => ({
  answers: await store.answers(),
  notes: await store.notes(),
});

/** What every store must do; called inside a `describe`. */
export function storeContract(make: () => Promise<Store>): void {
  async function holding(...all: Facts[]): Promise<Facts> {
    const store = await make();
    for (const facts of all) await store.merge(facts);
    const held = await factsOf(store);
    store.close();
    return held;
  }

  test('a new store is empty', async () => {
    const store = await make();
    expect(await factsOf(store)).toEqual({ answers: [], notes: [] });
    expect(await store.setting('round')).toBeUndefined();
  });

  test('answers come back in the order of their ids', async () => {
    const store = await make();
    for (const id of ['b', 'c', 'a']) await store.append(anAnswer({ id }));
    expect((await store.answers()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('answers after one are those with greater ids, and all are counted', async () => {
    const store = await make();
    for (const id of ['b', 'c', 'a']) await store.append(anAnswer({ id }));
    expect((await store.answers('a')).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(await store.answers('c')).toEqual([]);
    expect(await store.ids()).toEqual(['a', 'b', 'c']);
    expect(await store.ids('a')).toEqual(['b', 'c']);
    expect(await store.ids('a', 1)).toEqual(['b']);
    expect(await store.ids(undefined, 2)).toEqual(['a', 'b']);
    expect(await store.count()).toBe(3);
  });

  test('answers up to one are those with no greater ids', async () => {
    const store = await make();
    for (const id of ['b', 'c', 'a']) await store.append(anAnswer({ id }));
    expect((await store.answers(undefined, 'b')).map(({ id }) => id)).toEqual(['a', 'b']);
    expect((await store.answers('a', 'b')).map(({ id }) => id)).toEqual(['b']);
  });

  test('an answer whose id is there is not changed', async () => {
    const store = await make();
    await store.append(anAnswer({ response: 'first' }));
    await store.append(anAnswer({ response: 'second' }));
    expect(await store.answers()).toEqual([anAnswer({ response: 'first' })]);
  });

  test('a note replaces the note of the same id, and removed notes stay', async () => {
    const store = await make();
    await store.putNote(aBookmark({ scenario: 'b/1' }));
    await store.putNote(aBookmark({ scenario: 'a/1' }));
    await store.putNote(aBookmark({ scenario: 'a/1', removed: true, changed: 5 }));
    expect(await store.notes()).toEqual([
      aBookmark({ scenario: 'a/1', removed: true, changed: 5 }),
      aBookmark({ scenario: 'b/1' }),
    ]);
  });

  test('settings are kept one by one, also one that says there is none', async () => {
    const store = await make();
    await store.putSetting('backup', { at: 1, answers: 2 });
    await store.putSetting('round', null);
    expect(await store.setting('backup')).toEqual({ at: 1, answers: 2 });
    expect(await store.setting('round')).toBeNull();
  });

  test('what was given or got can be changed without changing what is stored', async () => {
    const store = await make();
    const given = anAnswer();
    await store.append(given);
    given.marks.customer = 0;
    const [got] = await store.answers();
    got!.marks.customer = 1;
    expect(await store.answers()).toEqual([anAnswer()]);
  });

  test('what cannot be copied is rejected and nothing is written', async () => {
    const store = await make();
    const state = new Proxy(anAnswer(), {});
    await expect(store.append(state)).rejects.toMatchObject({ name: 'StorageError', fault: 'failed' });
    await expect(
      store.merge({ answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' }), state], notes: [aBookmark()] }),
    ).rejects.toMatchObject({ fault: 'failed' });
    expect(await factsOf(store)).toEqual({ answers: [], notes: [] });
  });

  test('a merge says how much was new', async () => {
    const store = await make();
    await store.append(anAnswer({ id: '1' }));
    await store.putNote(aBookmark({ scenario: 'a/1' }));
    const others = {
      answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' }), anAnswer({ id: '2' })],
      notes: [aBookmark({ scenario: 'a/1' }), aBookmark({ scenario: 'a/2' })],
    };
    expect(await store.merge(others)).toEqual({ answers: 1, notes: 1 });
    expect(await store.merge(others)).toEqual({ answers: 0, notes: 0 });
  });

  test('a note with its fields in another order is not new', async () => {
    const store = await make();
    await store.putNote(aBookmark());
    const turned = Object.fromEntries(Object.entries(aBookmark()).reverse()) as unknown as ReturnType<typeof aBookmark>;
    expect(await store.merge({ answers: [], notes: [turned] })).toEqual({ answers: 0, notes: 0 });
  });

  test('a merge does not bring a removed note back', async () => {
    const removed = aBookmark({ removed: true, changed: 9 });
    const held = await holding({ answers: [], notes: [removed] }, { answers: [], notes: [aBookmark({ changed: 8 })] });
    expect(held.notes).toEqual([removed]);
  });

  test('row 39: merging is commutative', async () => {
    await fc.assert(
      fc.asyncProperty(sharedFacts, sharedFacts, async (a, b) => {
        expect(await holding(a, b)).toEqual(await holding(b, a));
      }),
    );
  });

  test('row 39: merging is associative', async () => {
    await fc.assert(
      fc.asyncProperty(sharedFacts, sharedFacts, sharedFacts, async (a, b, c) => {
        expect(await holding(await holding(a, b), c)).toEqual(await holding(a, await holding(b, c)));
      }),
    );
  });

  test('row 39: merging twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sharedFacts, sharedFacts, async (a, b) => {
        expect(await holding(a, b, b, a)).toEqual(await holding(a, b));
        expect(await holding(a)).toEqual(inOrder(a));
      }),
    );
  });

  test('clearing removes everything, and the store goes on', async () => {
    const store = await make();
    await store.merge({ answers: [anAnswer()], notes: [aBookmark()] });
    await store.putSetting('round', null);
    await store.clear();
    expect(await factsOf(store)).toEqual({ answers: [], notes: [] });
    expect(await store.setting('round')).toBeUndefined();
    await store.append(anAnswer());
    expect(await store.answers()).toEqual([anAnswer()]);
  });

  test('a closed store rejects what is asked of it', async () => {
    const store = await make();
    store.close();
    await expect(store.answers()).rejects.toMatchObject({ name: 'StorageError', fault: 'lost' });
    await expect(store.append(anAnswer())).rejects.toMatchObject({ name: 'StorageError', fault: 'lost' });
  });
}
