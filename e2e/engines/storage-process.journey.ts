/** Proves, on a short and seeded part of `npm run soak`, that the death of the storage process takes no answer. */
import { webkit } from '../soak/webkit.ts';
import { shortOf } from '../soak/rows.ts';
import { expect, test } from './fixtures.ts';

const [runs, seed] = [5, 1];

test('row 3: no answer is lost when the storage process is killed, and after one reload at most all goes on', async ({
  installed: _,
  host,
  packs,
}, info) => {
  const problems: unknown[] = [];
  const onProblem = (problem: unknown) => void problems.push(problem);
  const rows = await webkit(
    { host, pack: packs.de, lanes: 1, keep: false, onProblem },
    { runs, seed, inTime: Infinity },
  );
  // The times depend on the machine: here they are only told, the soak holds them against 3 s.
  console.log(rows[0]?.note);
  info.annotations.push({ type: 'recovery', description: rows[0]?.note ?? '' });
  expect(problems).toEqual([]);
  expect(shortOf(rows, { webkit: runs })).toEqual([]);
});
