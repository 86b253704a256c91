import { describe, expect, test } from 'vitest';
import { foreignFiles } from './hostile-values.fixture';
import { hostileFile } from './hostile.fixture';
import { readHostile } from './hostile-reading.fixture';

describe('rows 27 to 38: files that mean harm', () => {
  test('the same seed makes the same file', async () => {
    expect(await hostileFile(7)).toEqual(await hostileFile(7));
    expect((await hostileFile(7)).bytes).not.toEqual((await hostileFile(8)).bytes);
  });

  test('300 of them are refused with a reason, or taken as what the app itself could have written', async () => {
    const faults: string[] = [];
    const outcomes = new Set<string>();
    for (let seed = 1; seed <= 300; seed++) {
      const { what, bytes, sealed } = await hostileFile(seed);
      const { outcome, fault } = await readHostile(bytes, sealed);
      outcomes.add(outcome);
      if (fault) faults.push(`seed ${seed}, ${what}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect([...outcomes].sort()).toEqual([
      ...['damaged', 'foreign', 'invalid', 'newer', 'not-json', 'taken', 'truncated'],
    ]);
  });

  test.each(Object.entries(foreignFiles).filter(([what]) => !/many|hundred/.test(what)))(
    'what is something else is refused: %s',
    async (_, make) => {
      const { outcome, fault } = await readHostile(make(), false);
      expect(fault).toBeUndefined();
      expect(outcome).not.toBe('taken');
    },
  );
});
