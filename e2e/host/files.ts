import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The content type of a file by its name; unknown ones are bytes. */
export const typeOf = (file: string): string => types[extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Whether a host would compress a file of this name: text, as opposed to what is compressed already. */
export const compressible = (file: string): boolean => /charset/.test(typeOf(file));

/** Brotli at quality 11, as a host prepares it once for each file. */
export async function brotli(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

export type Found =
  | { kind: 'file'; file: string }
  /** A folder asked for without its closing slash. */
  | { kind: 'folder' }
  | { kind: 'nothing' };

/** What stands under `root` at a path (relative, decoded). Nothing outside `root` is ever found, links included. */
export function find(root: string, path: string): Found {
  try {
    const inside = realpathSync(root) + sep;
    const file = realpathSync(join(inside, path));
    if (path.includes('\0') || !(file + sep).startsWith(inside)) return { kind: 'nothing' };
    const asFolder = path === '' || path.endsWith('/');
    if (statSync(file).isDirectory()) return asFolder ? find(root, `${path}index.html`) : { kind: 'folder' };
    return asFolder ? { kind: 'nothing' } : { kind: 'file', file };
  } catch {
    return { kind: 'nothing' };
  }
}

/** Contents by file, compressed at most once for each edition of it. */
export class Contents {
  #known = new Map<string, { edition: string; content: Buffer; etag: string; compressed?: Promise<Buffer> }>();

  /** The file as it is now, in Brotli if wanted; the tag differs between the two. */
  async read(file: string, compress: boolean): Promise<{ body: Buffer; etag: string }> {
    const { mtimeMs, size } = statSync(file);
    const edition = `${mtimeMs} ${size}`;
    let known = this.#known.get(file);
    if (known?.edition !== edition) {
      const content = readFileSync(file);
      known = { edition, content, etag: createHash('sha256').update(content).digest('base64url').slice(0, 16) };
      this.#known.set(file, known);
    }
    if (!compress) return { body: known.content, etag: `"${known.etag}"` };
    known.compressed ??= brotli(known.content);
    return { body: await known.compressed, etag: `"${known.etag}-br"` };
  }
}

/** Whether an `Accept-Language` header ranks English above German; one that names neither does not. */
export function prefersEnglish(header = ''): boolean {
  const ranked = header
    .toLowerCase()
    .split(',')
    .map((part) => ({ language: part.trim().slice(0, 2), quality: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranked.find(({ language }) => language === 'de' || language === 'en')?.language === 'en';
}
