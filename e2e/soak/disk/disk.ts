import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Random } from '../../../src/domain/random.ts';
import { entriesOf } from './journal.ts';
import { type Files, replay, type Unsynced } from './replay.ts';

/** Where in a profile Chromium keeps what pages store: the answers, their copy, and the marker that says that there are some. */
const kept = ['Default/IndexedDB', 'Default/WebStorage', 'Default/Local Storage'];

/** Builds the library that is preloaded, once for each state of its source; `undefined` without a compiler or off Linux. */
export function journalLibrary(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const source = join(import.meta.dirname, 'journal.c');
  const version = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  const library = resolve('node_modules/.cache/leitstern-soak', `journal-${version}.so`);
  if (existsSync(library)) return library;
  mkdirSync(dirname(library), { recursive: true });
  const made = `${library}.${process.pid}`;
  try {
    execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', made, source, '-ldl', '-lpthread'], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  renameSync(made, library);
  return library;
}

function filesBelow(folder: string): Files {
  const files: Files = new Map();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(path, readFileSync(path));
  }
  return files;
}

const differing = (a: Files, b: Files): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => !a.get(path)?.equals(b.get(path) ?? Buffer.from('missing')),
  );

/** The disk below a browser's profile, from which the power can be cut. */
export class Disk {
  readonly #folders: string[];
  readonly #journal: string;
  #before: Files = new Map();

  constructor(
    profile: string,
    private readonly library: string,
  ) {
    this.#folders = kept.map((name) => join(profile, name));
    this.#journal = `${profile}.journal`;
  }

  /** For the environment of the browser that is started next. */
  start(): Record<string, string> {
    rmSync(this.#journal, { force: true });
    this.#before = this.#files();
    return { LD_PRELOAD: this.library, SOAK_JOURNAL: this.#journal, SOAK_WATCH: this.#folders.join(':') };
  }

  /**
   * Leaves below the profile what a power cut would have left. Only after the browser was killed.
   * @throws where the journal does not tell all that the browser did
   */
  cut(unsynced: Unsynced, random: Random): void {
    const seen = this.#files();
    const entries = entriesOf(existsSync(this.#journal) ? readFileSync(this.#journal) : Buffer.alloc(0));
    const { now, left } = replay(this.#before, entries, unsynced, random);
    const missed = differing(seen, now);
    // One: the death may have come between a write and its record.
    if (missed.length > 1) throw new Error(`the journal does not tell how these came about: ${missed.join(', ')}`);
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    for (const [path, content] of left) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  remove(): void {
    rmSync(this.#journal, { force: true });
  }

  #files(): Files {
    return new Map(this.#folders.flatMap((folder) => [...filesBelow(folder)]));
  }
}
