import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { rescue, rescueWorker } from './rescue';

/** A build of next to nothing; what it writes in place of a worker. */
async function workerOf(mode: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'leitstern-rescue-'));
  const worker = join(folder, 'sw.js');
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      mode,
      root: folder,
      build: { outDir: folder, emptyOutDir: false, rolldownOptions: { input: 'virtual:nothing' } },
      plugins: [
        {
          name: 'usual-worker',
          resolveId: (id) => (id === 'virtual:nothing' ? id : undefined),
          load: (id) => (id === 'virtual:nothing' ? '' : undefined),
          generateBundle() {
            this.emitFile({ type: 'asset', fileName: 'sw.js', source: 'usual' });
          },
        },
        rescue(),
      ],
    });
    return readFileSync(worker, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('only a rescue build has the worker that ends the one it replaces, under the usual name', async () => {
  expect(await workerOf('rescue')).toBe(rescueWorker);
  expect(await workerOf('production')).toBe('usual');
});
