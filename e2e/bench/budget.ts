import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotli, compressible } from '../host/files.ts';
import { keptFiles } from './sizes.ts';

/** What a file imports before it can run. */
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, file]) => `assets/${file}`);

/** By the script that is asked for, the styles that come with it: Vite lists them with each import. */
function stylesOf(source: string): Map<string, string[]> {
  const list = /\[((?:["'`]\.\/[^"'`]+["'`],?)+)\]\)\)\)=>/.exec(source)?.[1] ?? '';
  const files = [...list.matchAll(/["'`]\.\/([^"'`]+)["'`]/g)].map(([, file]) => `assets/${file}`);
  const asked = source.matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)[^[]*?__vite__mapDeps\(\[([\d,]*)\]\)/g);
  return new Map(
    [...asked].map(([, file, numbers]) => [
      `assets/${file}`,
      numbers!
        .split(',')
        .flatMap((n) => files[Number(n)] ?? [])
        .filter((name) => name.endsWith('.css')),
    ]),
  );
}

/** Everything in a build, with its exact size as a host sends it in Brotli. */
export class Built {
  readonly #sources = new Map<string, string>();
  readonly #bytes = new Map<string, number>();
  readonly #styles = new Map<string, string[]>();

  static async read(dist: string): Promise<Built> {
    const built = new Built();
    const scripts = readdirSync(join(dist, 'assets')).map((file) => `assets/${file}`);
    for (const file of new Set([...scripts, ...keptFiles(dist), 'index.html', 'en.html', 'app.html', 'sw.js'])) {
      const content = readFileSync(join(dist, file));
      built.#bytes.set(file, compressible(file) ? (await brotli(content)).length : content.length);
      if (/\.(js|html)$/.test(file)) built.#sources.set(file, content.toString('utf8'));
    }
    for (const [, source] of built.#sources)
      for (const [file, styles] of stylesOf(source)) built.#styles.set(file, styles);
    return built;
  }

  get files(): string[] {
    return [...this.#bytes.keys()];
  }

  source = (file: string): string => this.#sources.get(file) ?? '';

  /** The scripts of the screens that are asked for when they are wanted. */
  get screens(): string[] {
    return [...this.#styles.keys()].filter((file) => /^assets\/[A-Z]/.test(file)).sort();
  }

  /** A file and what it needs to run, each once. */
  closure(...files: string[]): Set<string> {
    const all = new Set<string>();
    const take = (file: string): void => {
      if (all.has(file) || !this.#bytes.has(file)) return;
      all.add(file);
      for (const needed of [...importsOf(this.source(file)), ...(this.#styles.get(file) ?? [])]) take(needed);
    };
    files.forEach(take);
    return all;
  }

  /** Of a page: the page itself, its script and what it preloads. */
  page(page: string): Set<string> {
    const asked = [...this.source(page).matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)];
    return this.closure(page, ...asked.map(([, file]) => file!));
  }

  bytes(files: Iterable<string>): number {
    let sum = 0;
    for (const file of files) sum += this.#bytes.get(file) ?? 0;
    return sum;
  }
}
