import { hash, seeded } from '../../src/domain/random.ts';
import { again } from './replay.ts';
import { type Row, Rows } from './rows.ts';
import type { Setting } from './setting.ts';
import { StorageLife } from './storage-life.ts';

/** So many kills one profile bears before the next takes its place. */
const killsOfOne = 50;

/** What a person is kept waiting after a kill at most, in milliseconds, until an answer is saved again. */
const patience = 3000;

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.ceil(q * sorted.length) - 1] ?? 0;

/**
 * Kill -9 of WebKit's storage process under a page that answers, as iOS does it to apps that rest.
 * @param inTime a recovery that takes longer, in milliseconds, is broken
 */
export async function webkit(
  setting: Setting,
  { runs, seed, inTime = patience }: { runs: number; seed: number; inTime?: number },
): Promise<Row[]> {
  const rows = new Rows();
  const recoveries: number[] = [];
  const reloads: number[] = [];
  const lane = 0;
  for (let done = 0, nth = setting.profile?.nth ?? 0; done < runs; nth++) {
    const life = new StorageLife(setting, seeded(hash(`webkit ${seed} ${nth}`)));
    let [bad, ofThis] = [false, 0];
    try {
      await life.begin();
      for (let kills = 0; kills < killsOfOne && done < runs; kills++, done++) {
        rows.add('webkit', { runs: 1 });
        ofThis++;
        const healed = await life.kill();
        const { problems, ...found } = await life.look();
        recoveries.push(healed.recovery);
        reloads.push(healed.reloads);
        rows.add('webkit', found);
        if (healed.reloads > 1) problems.push(`${healed.reloads} reloads`);
        if (healed.recovery > inTime) problems.push(`recovered only after ${healed.recovery} ms`);
        if (problems.length) throw new Error(problems.join('\n'));
      }
    } catch (error) {
      bad = true;
      done++;
      rows.add('webkit', { broken: 1 });
      const { lanes, onProblem } = setting;
      const command = again({ bar: 'webkit', runs: Math.max(1, ofThis), seed, lanes }, { lane, nth });
      onProblem({ bar: 'webkit', seed, lanes, lane, nth, profile: life.profile, error: String(error), command });
    }
    await life.end(bad && setting.keep !== false);
  }
  const sorted = recoveries.toSorted((a, b) => a - b);
  const [median, p95, most] = [0.5, 0.95, 1].map((q) => quantile(sorted, q));
  const counts = [0, 1, 2].map((n) => reloads.filter((each) => (n === 2 ? each > 1 : each === n)).length);
  const late = recoveries.filter((each) => each > patience).length;
  rows.note(
    'webkit',
    `recovered in ${median} ms (median), ${p95} (p95), ${most} (most), ${late} above ${patience}; reloads 0, 1, more: ${counts.join(', ')}`,
  );
  return rows.list;
}
