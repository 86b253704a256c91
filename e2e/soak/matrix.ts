/** What holds a row of the fault matrix: tests, by file and by a part of a title in it, or what it waits for. */
type Cover = readonly [file: string, name: string][] | 'import of packs' | 'teams' | 'learning platforms';

export interface MatrixRow {
  fault: string;
  cover: Cover;
}

const storage = (file: string, name: string) => [`src/storage/${file}.test.ts`, name] as [string, string];
const e2e = (file: string, name: string) => [`e2e/${file}.spec.ts`, name] as [string, string];

/** The fault matrix, row by row. A name that is in no title of a test that is run fails `matrix.test.ts`. */
export const matrix: Readonly<Record<number, MatrixRow>> = {
  1: {
    fault: 'browser killed in the middle of a transaction',
    cover: [e2e('soak', 'row 1: no answer that was called saved is lost, doubled or torn when the browser is killed')],
  },
  2: {
    fault: 'power cut',
    cover: [
      e2e(
        'soak',
        'row 2: no answer that was called saved is lost in a power cut, and without strict durability some are',
      ),
      storage('database-store', 'row 2: every write asks for the disk'),
    ],
  },
  3: {
    fault: 'storage process dies',
    cover: [
      [
        'e2e/engines/storage-process.journey.ts',
        'row 3: no answer is lost when the storage process is killed, and after one reload at most all goes on',
      ],
      storage('database-store', 'row 3: a connection that stays lost is reported as %s, after one more try'),
      storage('database-store', 'row 3: a connection that cannot be had again (%s) is lost'),
      e2e('unsaved', 'all answers that a lost connection caught are there after the reload'),
    ],
  },
  4: {
    fault: 'abort at every operation',
    cover: [
      storage('faults', '%s, at every storage call'),
      storage('twice-faults', '%s, at every storage call'),
      storage('twice-faults', ': the next start has all of it'),
    ],
  },
  5: {
    fault: 'forced close',
    cover: [
      storage('database-store', 'row 5: after a forced close the next write opens again, and nothing is lost'),
      storage('database-store', 'row 5: a forced close in the middle of a write repeats it'),
    ],
  },
  6: {
    fault: 'quota full',
    cover: [
      storage('faults', 'row 6: with the quota full, what is there can be read'),
      e2e('unsaved', 'row 6: with the quota really full, nothing is called saved, what is there can be exported'),
      e2e('unsaved', 'a full disk is said, nothing is called saved, and another try saves it'),
    ],
  },
  7: {
    fault: 'disk full at opening',
    cover: [storage('open-store', 'row 7: with the disk full at opening, memory')],
  },
  8: {
    fault: 'backing store corrupt',
    cover: [
      e2e('corrupt', 'row 8: a database that the browser takes for corrupt and throws away comes back from its copy'),
      e2e(
        'corrupt',
        'row 8: with bits flipped in any file of the database and of its copy, all is there or it is said',
      ),
      storage('twice-store', 'row 8: a database that the browser threw away is back at the next start'),
    ],
  },
  9: {
    fault: 'single corrupt record',
    cover: [
      e2e('broken', 'garbage in the database: the app starts, the rest works, a check puts it aside and says so'),
      storage('examine', 'is put aside as it was, and a second examination is clean'),
      storage('examine', 'of 500 random corruptions every one is found, nothing else is touched'),
      storage('backup', 'row 9: records that a restore would refuse are left out and counted'),
    ],
  },
  10: {
    fault: 'no IndexedDB, private window',
    cover: [
      storage('open-store', 'row 10: without IndexedDB, memory'),
      e2e('storage', 'practice works and everything says that nothing is kept'),
    ],
  },
  11: {
    fault: 'site data cleared while open',
    cover: [
      e2e('unsaved', 'row 11: site data cleared while the app is open is said, what waits can be saved'),
      storage('database-store', 'row 11: site data cleared while open is told once, and then answers are kept again'),
    ],
  },
  12: {
    fault: 'two windows answer at once',
    cover: [
      e2e('soak', 'row 12: two windows that answer at the same time lose and double nothing'),
      e2e('tabs', 'two windows answer at the same time: neither waits for the other, and both count all'),
    ],
  },
  13: {
    fault: 'upgrade with an old window open',
    cover: [
      e2e('tabs', 'row 13: an old window lets a new version have the database at once, and says so'),
      e2e('tabs', 'row 13: where an old window does not let go, the new one says so, and works once that is closed'),
      storage('db', 'row 13: an old tab that does not let go is named within two seconds'),
      storage('database-store', 'row 13: a newer version gets the database at once, and this one writes no more'),
    ],
  },
  14: {
    fault: 'window frozen or kept for the way back',
    cover: [
      e2e('restoring', 'row 14: a window that the browser has frozen holds up no other'),
      ['e2e/engines/main.journey.ts', 'a page that was left while it was writing holds up no other'],
      storage(
        'database-store',
        'row 14: a paused store holds nothing up, not in the middle of a write either, which is done afterwards',
      ),
      e2e(
        'unsaved',
        'an answer that is being written when the page is left is there for the next page and for the way back',
      ),
    ],
  },
  15: {
    fault: 'crash in a migration',
    cover: [storage('db', 'row 15: a step %i that fails leaves the old database, of version %i')],
  },
  16: {
    fault: 'database from the future',
    cover: [
      e2e('storage', 'a database from the future is left as it is, and can be saved'),
      storage('open-store', 'row 16: a database of a newer version, memory, and it stays as it is'),
    ],
  },
  17: {
    fault: 'every released schema',
    cover: [storage('db', 'row 17: the first release’s database is read as it was written')],
  },
  18: {
    fault: 'clock wrong',
    cover: [
      e2e('clock', 'row 18: with the clock a day back and ten years on, every answer counts'),
      ['src/domain/new-id.test.ts', 'one maker’s ids rise strictly, whatever the clock does'],
      ['src/domain/week.test.ts', 'does not know of days after today, which only a clock that was ahead can leave'],
    ],
  },
  19: {
    fault: 'summer time and time zones',
    cover: [
      e2e('clock', 'row 19: on the days of 23 and 25 hours an answer belongs to the day on the wall'),
      e2e('clock', 'row 19: from Kiritimati to Pago Pago, a day and an hour back, no streak is lost'),
      [
        'src/domain/day.test.ts',
        'a day lasts from local midnight to midnight, on the days on which the clock is put forward or back too',
      ],
    ],
  },
  20: {
    fault: 'first load cut off',
    cover: [
      e2e('cut', 'a first load that is cut at any of its requests, the worker’s too, is healed by the next'),
      e2e('first-load', 'is cut off, something is there, and a reload heals it'),
    ],
  },
  21: { fault: 'offline', cover: [e2e('offline', 'every screen opens, goes through a reload and by a link')] },
  22: {
    fault: 'html for a script, 404, 500, redirect',
    cover: [
      e2e('first-load', 'a login page that answers in place of a file is not kept for offline use'),
      e2e('first-load', 'for one of its files is not taken: the old version stays and works'),
    ],
  },
  23: {
    fault: 'update in the middle of a scene',
    cover: [
      e2e('update', 'a new version is offered between scenes only, taken by a tap, and finds the answers'),
      e2e('update', 'where another window takes the new version, screens of the old one that were never open'),
    ],
  },
  24: {
    fault: 'deployment taken back',
    cover: [e2e('update', 'row 24: a deployment that is taken back is offered like any other, and finds the answers')],
  },
  25: {
    fault: 'broken worker',
    cover: [e2e('rescue', 'row 25: a broken worker is ended by a rescue build with one reload, the answers are there')],
  },
  26: {
    fault: 'chunk missing',
    cover: [e2e('update', 'a screen whose file is missing says so and helps itself by a reload')],
  },
  27: {
    fault: 'markup in every text field',
    cover: [
      e2e(
        'hostile',
        'a backup with markup and deceiving characters in every field shows them as text, on every screen',
      ),
    ],
  },
  28: { fault: 'addresses of scripts', cover: 'import of packs' },
  29: { fault: 'names of the language', cover: [storage('backup', 'row 29: %s is refused anywhere')] },
  30: { fault: 'file of 100 MB', cover: [storage('backup-text', 'row 30: a large file is refused before it is read')] },
  31: { fault: 'deep nesting', cover: [storage('backup-text', 'row 31: nesting is refused before it is parsed: %s')] },
  32: {
    fault: 'alias bomb',
    cover: [['src/content/source.test.ts', 'aliases and anchors are refused, so none can multiply']],
  },
  33: { fault: 'zip bomb', cover: 'import of packs' },
  34: {
    fault: 'characters that turn or hide text',
    cover: [
      e2e(
        'hostile',
        'a backup with markup and deceiving characters in every field shows them as text, on every screen',
      ),
    ],
  },
  35: {
    fault: 'ids twice, references to nothing, circles',
    cover: [['src/content/rules.test.ts', 'a circle is reported where it closes, with all its turns']],
  },
  36: { fault: 'half characters, other encodings', cover: [storage('backup', 'row 36: another encoding is no JSON')] },
  37: {
    fault: 'a scene that was answered is gone from the pack',
    cover: [
      e2e('restoring', 'row 37: answers to a scene that the pack no longer has are kept, counted'),
      ['src/app/derived.test.ts', 'answers to scenes that the pack no longer has count, but belong to no principle'],
    ],
  },
  38: {
    fault: 'backup changed, cut short, foreign',
    cover: [
      storage('backup-random', 'bytes flipped, deleted, inserted, copied: refused, or the facts are the same'),
      storage('backup', 'truncated at every tenth of the file'),
    ],
  },
  39: {
    fault: 'import twice, or crashed',
    cover: [
      e2e('restoring', 'of a restore has all of it or nothing, and once more has it all'),
      storage('faults', 'row 39: an import that crashes at any call and is done again is done once'),
    ],
  },
  40: { fault: 'result link', cover: 'teams' },
  41: { fault: 'forged result', cover: 'teams' },
  42: { fault: 'learning platform fails', cover: 'learning platforms' },
  43: { fault: 'learning platform has no room', cover: 'learning platforms' },
  44: { fault: 'message from a stranger', cover: 'learning platforms' },
  45: {
    fault: 'no worker, in another app’s browser',
    cover: [
      e2e('in-app', 'row 45: without a worker it is said between scenes what helps, until it is closed'),
      e2e('in-app', 'row 45: over http it is said that https helps, and that address is copied'),
    ],
  },
  46: { fault: 'camera denied', cover: 'teams' },
};

/*
 * The bars beside the matrix that cannot be met yet, and what each waits for:
 * - packs, 10,000 fuzzed and 150 hand-made: the import of packs
 * - learning platforms, every call × 6 faults: the connection to them
 * - updates, the last 5 releases and the new one, in the middle of a scene: five releases; until then two
 * - migrations, every release × every step: a second schema; until then steps that the test makes up
 */
