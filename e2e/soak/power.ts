import type { Random } from '../../src/domain/random.ts';
import type { Surroundings } from './chain.ts';
import { Disk, journalLibrary } from './disk/disk.ts';
import type { Unsynced } from './disk/replay.ts';
import { dieInLanes } from './kills.ts';
import { type Row, Rows } from './rows.ts';
import type { Setting } from './setting.ts';

const cutting =
  (library: string, unsynced: Unsynced, inPage?: () => void) =>
  (profile: string, random: Random): Surroundings => {
    const disk = new Disk(profile, library);
    return {
      beforeLife: () => disk.start(),
      afterDeath: () => disk.cut(unsynced, random),
      end: () => disk.remove(),
      ...(inPage && { inPage }),
    };
  };

/** Storage as it is by default: a transaction is complete when the system has it, the disk gets it some time later. */
function relax(): void {
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
  const make = own.value as (...args: unknown[]) => IDBTransaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    return make.call(this, stores, mode, { ...options, durability: 'relaxed' });
  };
}

/** So many power cuts each row for comparison has. */
export const comparedWith = (runs: number): number => Math.max(3, Math.round(runs / 20));

/** Not a bar: how much is lost under conditions that the app does not choose. Only to open it is never allowed to fail. */
async function lossesOf(
  setting: Setting,
  { bar, runs, seed }: { bar: string; runs: number; seed: number },
  surroundingsOf: ReturnType<typeof cutting>,
): Promise<Row> {
  const quiet = { ...setting, onProblem: () => {}, keep: false };
  const row = (await dieInLanes(quiet, { bar, runs, seed, brief: true }, surroundingsOf))[0]!;
  const note = `${row.lost} of ${row.acknowledged} lost`;
  return { ...row, lost: 0, doubled: 0, torn: 0, note };
}

/**
 * Power cuts: of what a killed browser wrote, the disk has what was synced. Beside the bar two rows for comparison: the
 * same app without the durability that it asks for (where nothing is lost then, the tool is no good), and disks that keep
 * a part of what was not synced, torn in the middle.
 */
export async function power(setting: Setting, { runs, seed }: { runs: number; seed: number }): Promise<Row[]> {
  const library = journalLibrary();
  if (!library) {
    const rows = new Rows();
    rows.note('power', 'needs Linux and a C compiler');
    return rows.list;
  }
  const rows = await dieInLanes(setting, { bar: 'power', runs, seed }, cutting(library, 'none'));
  const few = comparedWith(runs);
  const relaxed = { bar: 'power, relaxed', runs: few, seed };
  const control = await lossesOf(setting, relaxed, cutting(library, 'none', relax));
  control.broken = control.note?.startsWith('0 of') ? 1 : 0;
  const torn = await lossesOf(setting, { bar: 'power, torn', runs: few, seed }, cutting(library, 'some'));
  return [...rows, control, torn];
}
