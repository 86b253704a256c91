import { hash, type Random, seeded } from '../../src/domain/random.ts';
import { Chain, type Death, type Surroundings } from './chain.ts';
import type { Setting } from './setting.ts';
import { type Row, Rows } from './rows.ts';

/** So many deaths one profile bears before the next takes its place. */
const deathsOfOne = 50;

/** Half of the deaths meet a write, a third meet practice anywhere, the others meet the start of the app. */
export function deathBy(random: Random): Death {
  const kind = random();
  if (kind < 0.5) return { at: 'write', nth: 1 + Math.floor(random() * 8), ms: Math.floor(random() * 14) };
  if (kind < 0.85) return { at: 'practice', ms: 50 + Math.floor(random() * 1450) };
  return { at: 'start', ms: Math.floor(random() * 1200) };
}

/**
 * Lets browsers die until there were as many deaths as asked for, in several profiles one after the other.
 * @param seed of this bar and this lane; the times of death follow from it, what a machine makes of them does not
 */
async function dieAndLook(
  { host, pack, onProblem, keep = true }: Setting,
  rows: Rows,
  { bar, runs, seed }: { bar: string; runs: number; seed: number },
  surroundingsOf: (profile: string, random: Random) => Surroundings = () => ({}),
): Promise<void> {
  for (let done = 0, nth = 0; done < runs; nth++) {
    const own = hash(`${bar} ${seed} ${nth}`);
    const random = seeded(own);
    const surroundings: Surroundings = {};
    const chain = new Chain(host.url, pack, random, surroundings);
    Object.assign(surroundings, surroundingsOf(chain.profile, random));
    let bad = false;
    const note = async (
      look: () => Promise<(Parameters<Rows['add']>[1] & { problems: string[] }) | undefined>,
      death?: Death,
    ) => {
      try {
        const found = await look();
        if (found) rows.add(bar, found);
        if (found?.problems.length) throw new Error(found.problems.join('\n'));
      } catch (error) {
        bad = true;
        rows.add(bar, { broken: 1 });
        onProblem({ bar, seed, nth, death, profile: chain.profile, error: String(error) });
      }
    };
    for (let deaths = 0; deaths < deathsOfOne && done < runs && !bad; deaths++, done++) {
      const death = deathBy(random);
      await note(() => chain.live(death), death);
      rows.add(bar, { runs: 1 });
      if (rows.list[0]!.runs % 50 === 0) process.stderr.write(`${JSON.stringify(rows.list[0])}\n`);
    }
    if (!bad) await note(() => chain.end());
    if (!bad || !keep) chain.remove();
  }
}

/** The same in several profiles side by side. */
export async function dieInLanes(
  setting: Setting,
  { bar, runs, seed }: { bar: string; runs: number; seed: number },
  surroundingsOf?: Parameters<typeof dieAndLook>[3],
): Promise<Row[]> {
  const rows = new Rows();
  const most = Math.ceil(runs / setting.lanes);
  const lanes = Array.from({ length: setting.lanes }, (_, lane) => Math.min(most, Math.max(0, runs - lane * most)));
  await Promise.all(
    lanes.map((part, lane) =>
      dieAndLook(setting, rows, { bar, runs: part, seed: hash(`${seed} ${lane}`) }, surroundingsOf),
    ),
  );
  return rows.list;
}

/** Kill -9 of the whole browser. */
export const kills = (setting: Setting, options: { runs: number; seed: number }): Promise<Row[]> =>
  dieInLanes(setting, { bar: 'kills', ...options });
