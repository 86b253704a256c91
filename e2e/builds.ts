import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const sources = ['src', 'public', 'scenarios', 'package.json', 'vite.config.ts'].map((name) => join(root, name));

/** What the next version calls itself, on Me. */
export const nextVersion = '99.0.0-next';

/** The newest change under a path, in milliseconds since 1970. */
function changed(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** The worker is what a build writes last. */
const isFresh = (folder: string): boolean =>
  existsSync(join(folder, 'sw.js')) && statSync(join(folder, 'sw.js')).mtimeMs > Math.max(...sources.map(changed));

/** Builds in a process of its own, because Playwright's has NODE_ENV "test", which would end up in the build. */
export async function build(outDir: string, version?: string): Promise<void> {
  const config = {
    logLevel: 'error',
    // Of its own, so that several can run at once.
    cacheDir: join(root, 'node_modules/.cache/vite', basename(outDir)),
    build: { outDir, emptyOutDir: true },
    ...(version && { define: { __APP_VERSION__: JSON.stringify(version) } }),
  };
  const script = `import { build } from 'vite'; await build(${JSON.stringify(config)});`;
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: root, env });
}

/** @param name the environment variable that names a build to be taken as it is, and that names it for the tests */
async function provide(name: string, folder: string, version?: string): Promise<void> {
  const named = process.env[name];
  const outDir = resolve(named ?? folder);
  if (named === undefined && !isFresh(outDir)) await build(outDir, version);
  process.env[name] = outDir;
}

/**
 * Before all tests: `dist` is built where it is older than its sources, and so is the version that comes after it, which
 * the tests of updates deploy.
 */
export default async function builds(): Promise<void> {
  await provide('LEITSTERN_DIST', join(root, 'dist'));
  await provide('LEITSTERN_NEXT', join(root, 'node_modules/.cache/leitstern-e2e/next'), nextVersion);
}
