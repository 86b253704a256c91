import { backups } from './backups.ts';
import { kills } from './kills.ts';
import { comparedWith, power } from './power.ts';
import type { Row } from './rows.ts';
import type { Setting } from './setting.ts';
import { suite } from './suite.ts';
import { tabs } from './tabs.ts';
import { webkit } from './webkit.ts';

interface Bar {
  /** How many make the bar; 0 where the tests themselves know. */
  runs: number;
  run: (setting: Setting, options: { runs: number; seed: number }) => Promise<Row[]>;
  /** The lines that must be in the table, and of how many runs each; in place of one of that name and so many runs. */
  lines?: (runs: number) => Record<string, number>;
}

/** Of the unit tests: each is one run, of as many cases as asked for. */
const tests = (runs: number, title: string, files: readonly string[], pattern = ''): Bar => ({
  runs,
  run: suite(title, files, pattern),
  lines: () => ({ [title]: 1 }),
});

/** The bars by name, in the order in which they are run. */
export const bars: Record<string, Bar> = {
  kills: { runs: 1000, run: kills },
  power: {
    runs: 300,
    run: power,
    lines: (runs) => ({ power: runs, 'power, relaxed': comparedWith(runs), 'power, torn': comparedWith(runs) }),
  },
  webkit: { runs: 200, run: webkit },
  tabs: { runs: 10_000, run: tabs },
  faults: tests(0, 'faults', ['src/storage/faults.test.ts', 'src/storage/twice-faults.test.ts']),
  migrations: tests(0, 'migrations', ['src/storage/db.test.ts'], 'row 1[57]'),
  check: tests(500, 'database check', ['src/storage/examine.test.ts']),
  time: tests(2000, 'time', ['src/domain/week.test.ts', 'src/domain/day.test.ts']),
  backups: {
    runs: 10_000,
    run: backups,
    lines: (runs) => ({
      'backups: foreign': 1,
      'backups: mutated': runs,
      'backups: restored': Math.ceil(runs / 10),
      'backups: merged': runs,
    }),
  },
};

/** The lines that a bar must have in the table, and of how many runs each. */
export const linesOf = (name: string, runs: number): Record<string, number> =>
  bars[name]!.lines?.(runs) ?? { [name]: runs };
