import type { Random } from '../../../src/domain/random.ts';
import type { Entry } from './journal.ts';

/** Files by their paths. */
export type Files = Map<string, Buffer>;

/**
 * What a power cut leaves of the writes that nobody had synced: none of them, or of each file a random number of the
 * oldest, the last one perhaps torn.
 */
export type Unsynced = 'none' | 'some';

type Change = Extract<Entry, { kind: 'written' | 'cut to' }>;

interface File {
  now: Buffer;
  onDisk: Buffer;
  /** Since the last sync. */
  pending: Change[];
}

function changed(file: Buffer, change: Change, length = Infinity): Buffer {
  if (change.kind === 'cut to') {
    return Buffer.concat([file, Buffer.alloc(Math.max(0, change.length - file.length))]).subarray(0, change.length);
  }
  const data = change.data.subarray(0, length);
  const result = Buffer.alloc(Math.max(file.length, change.offset + data.length));
  file.copy(result);
  data.copy(result, change.offset);
  return result;
}

/**
 * The disk as the process saw it (`now`), and as it is after a power cut at the end of the journal (`left`). New names,
 * renames and removals are on the disk after the next sync of whatever file, as on file systems with a journal; folders are
 * at once. POSIX alone promises less, and Chromium asks for no more.
 */
export function replay(
  before: Files,
  entries: Iterable<Entry>,
  unsynced: Unsynced,
  random: Random,
): { now: Files; left: Files } {
  const names = new Map<string, File>();
  for (const [path, content] of before) names.set(path, { now: content, onDisk: content, pending: [] });
  let namesOnDisk = new Map(names);
  const opened = new Map<number, File>();

  const name = (path: string, file: File | undefined) => {
    if (file) names.set(path, file);
    else names.delete(path);
  };

  for (const entry of entries) {
    if (entry.kind === 'opened') {
      if (entry.folder) continue;
      const known = entry.made ? undefined : names.get(entry.path);
      const file = known ?? { now: Buffer.alloc(0), onDisk: Buffer.alloc(0), pending: [] };
      opened.set(entry.handle, file);
      if (names.get(entry.path) !== file) name(entry.path, file);
    } else if (entry.kind === 'synced') {
      const file = opened.get(entry.handle);
      if (file) Object.assign(file, { onDisk: file.now, pending: [] });
      namesOnDisk = new Map(names);
    } else if (entry.kind === 'renamed') {
      name(entry.to, names.get(entry.path));
      name(entry.path, undefined);
    } else if (entry.kind === 'removed') {
      name(entry.path, undefined);
    } else {
      const file = opened.get(entry.handle);
      if (!file) throw new Error('written to what was not opened');
      file.now = changed(file.now, entry);
      file.pending.push(entry);
    }
  }

  const survivor = ({ onDisk, pending }: File): Buffer => {
    if (unsynced === 'none') return onDisk;
    const whole = pending.slice(0, Math.floor(random() * (pending.length + 1)));
    const torn = pending[whole.length];
    const arrived = whole.reduce((file, change) => changed(file, change), onDisk);
    return torn?.kind === 'written' ? changed(arrived, torn, Math.floor(random() * torn.data.length)) : arrived;
  };
  return {
    now: new Map([...names].map(([path, file]) => [path, file.now])),
    left: new Map([...namesOnDisk].map(([path, file]) => [path, survivor(file)])),
  };
}
