import { defineConfig } from 'playwright/test';
import { engines } from './engines.ts';
import { webkit } from './webkit.ts';

export default defineConfig<{ engine: string }>({
  testDir: '.',
  testMatch: '*.journey.ts',
  globalSetup: '../builds.ts',
  outputDir: '../../test-results/engines',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous: a start of Firefox alone takes from 3 seconds to half a minute, by what else the machine does.
  timeout: 180_000,
  projects: engines.map((engine) => ({
    name: engine.name,
    use: { engine: engine.name },
    // Firefox has no storage process that could die alone.
    testIgnore: engine === webkit ? [] : 'storage-process.journey.ts',
  })),
});
