import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { readBank, type PackFile } from './bank.ts';
import type { Bank } from './check.ts';
import { sorted, type Finding } from './finding.ts';
import { maxBytes } from './guard.ts';

/** A pack as it lies in a folder. */
export interface FolderReading {
  findings: Finding[];
  /** Only where there is no finding. */
  bank: Bank | undefined;
  /** Absolute paths of the files of the pack, readable or not. */
  files: string[];
}

/**
 * Reads and checks `pack.yaml` and `<industry>/<slug>.yaml` in a folder. Whatever is wrong with folder or files is a
 * finding; names that begin with a dot, and files of other kinds, are passed over.
 *
 * @param base what findings name the files relative to
 */
export function readFolder(folder: string, base = process.cwd()): FolderReading {
  const findings: Finding[] = [];
  const files: PackFile[] = [];
  const paths: string[] = [];
  const say = (path: string, message: string) =>
    findings.push({ file: nameOf(relative(base, path)) || '.', line: 1, column: 1, path: [], message });

  const read = (path: string) => {
    const tooLarge = statSync(path).size > maxBytes;
    const text = tooLarge ? undefined : decode(readFileSync(path));
    if (tooLarge) say(path, `expected at most ${maxBytes / 1024} kB, found more`);
    else if (text === undefined) say(path, 'expected a text in UTF-8, found other bytes (save the file as UTF-8)');
    files.push({ file: nameOf(relative(base, path)), name: nameOf(relative(folder, path)), text });
  };
  const walk = (parent: string, level: number) => {
    for (const name of readdirSync(parent).sort()) {
      const path = join(parent, name);
      if (name.startsWith('.')) continue;
      if (statSync(path).isDirectory()) {
        if (level < 2) walk(path, level + 1);
      } else if (/\.ya?ml$/i.test(name)) {
        paths.push(resolve(path));
        const isPack = level === 0 && name === 'pack.yaml';
        if (isPack || (level === 1 && name.endsWith('.yaml'))) read(path);
        else say(path, 'expected pack.yaml or <industry>/<slug>.yaml, found another name');
      }
    }
  };
  try {
    walk(folder, 0);
  } catch (error) {
    say(folder, `expected a folder that can be read, found: ${error instanceof Error ? error.message : String(error)}`);
    return { findings, bank: undefined, files: paths };
  }

  if (!files.some(({ name }) => name === 'pack.yaml'))
    say(join(folder, 'pack.yaml'), 'expected this file, found nothing');
  const reading = readBank(files);
  return {
    findings: sorted([...findings, ...reading.findings]),
    bank: findings.length === 0 ? reading.bank : undefined,
    files: paths,
  };
}

const nameOf = (path: string) => path.split(sep).join('/');

function decode(bytes: Uint8Array): string | undefined {
  try {
    // A byte order mark is kept, so that it is found.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
