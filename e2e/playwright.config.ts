import { defineConfig } from 'playwright/test';
import { launchOptions, phone } from './phone.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './builds.ts',
  outputDir: '../test-results/e2e',
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // For a machine half as fast as usual.
  timeout: 60_000,
  expect: { timeout: 7_000 },
  use: { ...phone, launchOptions: launchOptions(), actionTimeout: 10_000, screenshot: 'only-on-failure' },
});
