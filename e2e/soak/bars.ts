import { backups } from './backups.ts';
import { kills } from './kills.ts';
import { power } from './power.ts';
import type { Row } from './rows.ts';
import type { Setting } from './setting.ts';
import { suite } from './suite.ts';
import { tabs } from './tabs.ts';
import { webkit } from './webkit.ts';

interface Bar {
  /** How many make the bar. */
  runs: number;
  run: (setting: Setting, options: { runs: number; seed: number }) => Promise<Row[]>;
}

/** The bars by name, in the order in which they are run. */
export const bars: Record<string, Bar> = {
  kills: { runs: 1000, run: kills },
  power: { runs: 300, run: power },
  webkit: { runs: 200, run: webkit },
  tabs: { runs: 10_000, run: tabs },
  faults: { runs: 1, run: suite('faults', ['src/storage/faults.test.ts'], '') },
  migrations: { runs: 1, run: suite('migrations', ['src/storage/db.test.ts'], 'row 1[57]') },
  check: { runs: 1, run: suite('database check', ['src/storage/examine.test.ts'], '') },
  time: { runs: 1, run: suite('time', ['src/domain/week.test.ts', 'src/domain/day.test.ts'], '') },
  backups: { runs: 10_000, run: backups },
};
