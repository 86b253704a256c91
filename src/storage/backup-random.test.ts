import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeBackup, readBackup } from './backup';
import { BackupError } from './backup-error';
import { some, origin } from './backup.fixture';
import { inOrder } from './facts.fixture';

test('row 38: bytes flipped, deleted, inserted, copied: refused, or the facts are the same', async () => {
  const bytes = new Uint8Array(await (await makeBackup(some, origin)).file.arrayBuffer());
  const place = fc.nat(bytes.length - 1);
  const mutation = fc.oneof(
    fc.record({
      at: place,
      cut: fc.constant(1),
      put: fc.nat(7).map((bit) => (old: number[]) => [old[0]! ^ (1 << bit)]),
    }),
    fc.record({ at: place, cut: fc.integer({ min: 1, max: 40 }), put: fc.constant(() => []) }),
    fc.record({
      at: place,
      cut: fc.constant(0),
      put: fc.array(fc.integer({ min: 32, max: 126 }), { minLength: 1, maxLength: 9 }).map((added) => () => added),
    }),
    fc.record({
      at: place,
      cut: fc.constant(1),
      put: fc.constantFrom(...'0123456789,:[]{}"-').map((to) => () => [to.charCodeAt(0)]),
    }),
    fc.record({ at: place, cut: fc.constant(0), put: place.map((from) => () => [...bytes.slice(from, from + 60)]) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const mutated = [...bytes];
      for (const { at, cut, put } of mutations)
        mutated.splice(at, cut, ...put(mutated.slice(at, at + Math.max(cut, 1))));
      try {
        expect(await readBackup(new Blob([new Uint8Array(mutated)]))).toEqual(inOrder(some));
      } catch (error) {
        expect(error).toBeInstanceOf(BackupError);
      }
    }),
    { numRuns: 1500 },
  );
});
