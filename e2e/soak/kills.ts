import { hash, type Random, seeded } from '../../src/domain/random.ts';
import type { Look } from './book.ts';
import { Chain, type Death, type Surroundings, tailLimit } from './chain.ts';
import { again } from './replay.ts';
import type { Setting } from './setting.ts';
import { type Row, Rows } from './rows.ts';

/** So many deaths one profile bears before the next takes its place. */
const deathsOfOne = 50;

/** The death, from 0, that lets so many answers be given before it that there are snapshots to recount afterwards. */
const lateOne = 2;

/** Half of the deaths meet a write, a third meet practice anywhere, the others meet the start of the app. */
export function deathBy(random: Random): Death {
  const kind = random();
  if (kind < 0.5) return { at: 'write', nth: 1 + Math.floor(random() * 8), ms: Math.floor(random() * 14) };
  if (kind < 0.85) return { at: 'practice', ms: 50 + Math.floor(random() * 1450) };
  return { at: 'start', ms: Math.floor(random() * 1200) };
}

interface Asked {
  bar: string;
  runs: number;
  /** As it was given to `npm run soak`. */
  seed: number;
  /** Without a death that comes so late that there are snapshots to recount. */
  brief?: boolean;
}

type SurroundingsOf = (profile: string, random: Random) => Surroundings;

/**
 * Lets browsers die until there were as many deaths as asked for, in several profiles one after the other. The times of
 * death follow from bar, seed, lane and profile, what a machine makes of them does not.
 * @param first the place of the first profile in its lane
 */
async function dieAndLook(
  { host, pack, onProblem, lanes, keep = true }: Setting,
  rows: Rows,
  { bar, runs, seed, brief, lane, first }: Asked & { lane: number; first: number },
  surroundingsOf: SurroundingsOf,
): Promise<void> {
  for (let done = 0, nth = first; done < runs; nth++) {
    const random = seeded(hash(`${bar} ${hash(`${seed} ${lane}`)} ${nth}`));
    const surroundings: Surroundings = {};
    const chain = new Chain(host.url, pack, random, surroundings);
    Object.assign(surroundings, surroundingsOf(chain.profile, random));
    let bad = false;
    const note = async (deaths: number, look: () => Promise<Look | undefined>, death?: Death) => {
      const problems: string[] = [];
      try {
        const found = await look();
        if (found) rows.add(bar, found);
        problems.push(...(found?.problems ?? []));
      } catch (error) {
        rows.add(bar, { broken: 1 });
        problems.push(String(error));
      }
      if (!problems.length) return;
      bad = true;
      const command = again({ bar, runs: deaths, seed, lanes }, { lane, nth });
      onProblem({ bar, seed, lanes, lane, nth, deaths, death, profile: chain.profile, problems, command });
    };
    let deaths = 0;
    for (; deaths < deathsOfOne && done < runs && !bad; done++) {
      const by = deathBy(random);
      const death: Death = deaths === lateOne && !brief ? { at: 'write', nth: tailLimit + 1, ms: by.ms % 14 } : by;
      await note(++deaths, () => chain.live(death), death);
      rows.add(bar, { runs: 1 });
      if (rows.list[0]!.runs % 50 === 0) process.stderr.write(`${JSON.stringify(rows.list[0])}\n`);
    }
    if (!bad) await note(deaths, () => chain.end());
    if (!bad || !keep) chain.remove();
  }
}

/** The same in several profiles side by side, or in the one profile that is to be looked into again. */
export async function dieInLanes(
  setting: Setting,
  asked: Asked,
  surroundingsOf: SurroundingsOf = () => ({}),
): Promise<Row[]> {
  const rows = new Rows();
  const { lanes, profile } = setting;
  if (profile) {
    await dieAndLook(setting, rows, { ...asked, lane: profile.lane, first: profile.nth }, surroundingsOf);
    return rows.list;
  }
  const most = Math.ceil(asked.runs / lanes);
  const parts = Array.from({ length: lanes }, (_, lane) => Math.min(most, Math.max(0, asked.runs - lane * most)));
  await Promise.all(
    parts.map((runs, lane) => dieAndLook(setting, rows, { ...asked, runs, lane, first: 0 }, surroundingsOf)),
  );
  return rows.list;
}

/** Kill -9 of the whole browser. */
export const kills = (setting: Setting, options: { runs: number; seed: number }): Promise<Row[]> =>
  dieInLanes(setting, { bar: 'kills', ...options });
