import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** Those beside Chromium, which the other tests drive by Playwright. */
export const engines: Engine[] = [firefox, webkit];

const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Nothing that this engine needs is missing. */
export const isThere = (engine: Engine): boolean => engine.programs.every(isInstalled);
