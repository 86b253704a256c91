import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotli, compressible } from '../host/files.ts';

export type Kind = 'learner' | 'content' | 'trainer';

export interface Size {
  file: string;
  kind: Kind;
  /** As sent: Brotli at quality 11, or as it is where that is compressed already. */
  bytes: number;
}

/** By the name of the file, without its hash. */
const trainerNames = /trainer|poster|team|lms|scorm|cmi5|qr/i;

function kindOf(file: string, source: string, scenarios: readonly string[]): Kind {
  if (trainerNames.test(file.replace(/-[\w-]{8}\.\w+$/, ''))) return 'trainer';
  // The chunk of a first scene is named after its language only, so what stands in it tells.
  return scenarios.some((id) => ['"', "'", '`'].some((quote) => source.includes(quote + id + quote)))
    ? 'content'
    : 'learner';
}

async function sizeOf(dist: string, file: string): Promise<number> {
  const content = readFileSync(join(dist, file));
  return compressible(file) ? (await brotli(content)).length : content.length;
}

/**
 * Every script and pack in `assets/`: content where it holds scenes, the trainer's (learning platforms included) or the
 * learner's.
 * @param scenarios their ids
 */
export async function scriptSizes(dist: string, scenarios: readonly string[]): Promise<Size[]> {
  const files = readdirSync(join(dist, 'assets')).filter((file) => /\.js$|^pack-.*\.json$/.test(file));
  const sizes: Size[] = [];
  for (const file of files) {
    const source = readFileSync(join(dist, 'assets', file), 'utf8');
    sizes.push({ file, kind: kindOf(file, source, scenarios), bytes: await sizeOf(dist, `assets/${file}`) });
  }
  return sizes.sort((a, b) => b.bytes - a.bytes);
}

/** The files that the service worker keeps, the worker and what it imports among them; missing ones throw. */
export function keptFiles(dist: string): string[] {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  const kept = [...worker.matchAll(/["']?\burl["']?\s*:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url!);
  const imported = [...worker.matchAll(/["'`](?:\.\/)?(workbox-[\w-]+)(?:\.js)?["'`]/g)].map(
    ([, name]) => `${name}.js`,
  );
  return [...new Set([...kept, ...imported.filter((file) => existsSync(join(dist, file))), 'sw.js'])];
}

export async function keptSize(dist: string): Promise<{ files: number; bytes: number }> {
  const files = keptFiles(dist);
  let bytes = 0;
  for (const file of files) bytes += await sizeOf(dist, file);
  return { files: files.length, bytes };
}
