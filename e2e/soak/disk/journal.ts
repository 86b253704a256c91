/** What a process did to a file, as `journal.c` writes it down. A handle stands for one opening of a file or folder. */
export type Entry =
  | { kind: 'opened'; handle: number; path: string; made: boolean; folder: boolean }
  | { kind: 'written'; handle: number; offset: number; data: Buffer }
  | { kind: 'cut to'; handle: number; length: number }
  | { kind: 'synced'; handle: number }
  | { kind: 'renamed'; path: string; to: string }
  | { kind: 'removed'; path: string };

const headLength = 32;

/**
 * The entries of a journal. The last one may have been cut short by the end of the process that wrote it, and is left out.
 * @throws where something happened that `journal.c` does not model
 */
export function* entriesOf(journal: Buffer): Generator<Entry> {
  for (let at = 0; at + headLength <= journal.length;) {
    const [kind, handle] = [Number(journal.readBigUInt64LE(at)), Number(journal.readBigUInt64LE(at + 8))];
    const offset = Number(journal.readBigInt64LE(at + 16));
    const [ofPath, ofData] = [journal.readUInt32LE(at + 24), journal.readUInt32LE(at + 28)];
    const pathEnd = at + headLength + ofPath;
    if (pathEnd + ofData > journal.length) return;
    const path = journal.toString('utf8', at + headLength, pathEnd);
    const data = journal.subarray(pathEnd, pathEnd + ofData);
    at = pathEnd + ofData;
    if (kind === 1 || kind === 2) yield { kind: 'opened', handle, path, made: kind === 2, folder: offset === 1 };
    else if (kind === 3) yield { kind: 'written', handle, offset, data };
    else if (kind === 4) yield { kind: 'cut to', handle, length: offset };
    else if (kind === 5) yield { kind: 'synced', handle };
    else if (kind === 6) yield { kind: 'renamed', path, to: data.toString('utf8') };
    else if (kind === 7) yield { kind: 'removed', path };
    else throw new Error(`not modelled: kind ${kind} on ${path}`);
  }
}
