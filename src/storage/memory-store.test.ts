import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../domain/facts';
import { aBookmark, anAnswer } from './facts.fixture';
import { MemoryStore } from './memory-store';
import { storeContract } from './store.contract';

describe('the memory store', () => {
  storeContract(async () => new MemoryStore());

  test('finds nothing broken when it is examined, counts what it has, and gives up the snapshot', async () => {
    const store = new MemoryStore();
    await store.merge({ answers: [anAnswer({ id: '1' }), anAnswer({ id: '2' })], notes: [aBookmark()] });
    await store.putSetting('round', null);
    await store.putSetting('snapshot', { version: 1 } as Snapshot);
    expect(await store.examine()).toEqual({ examined: 4, quarantined: 0, discarded: 0, released: 0 });
    expect(await store.setting('snapshot')).toBeUndefined();
    expect(await store.setting('round')).toBeNull();
  });

  test('is closed for everything, not only for answers', async () => {
    const store = new MemoryStore();
    store.close();
    for (const act of [
      () => store.count(),
      () => store.notes(),
      () => store.putNote(aBookmark()),
      () => store.setting('round'),
      () => store.putSetting('round', null),
      () => store.merge({ answers: [], notes: [] }),
      () => store.examine(),
      () => store.clear(),
    ])
      await expect(act()).rejects.toMatchObject({ fault: 'lost' });
  });
});
