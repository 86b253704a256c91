const out = '.cache/mutants';

/** Run by hand: `npm run mutants`, or a part: `npm run mutants -- --mutate src/domain/week.ts`. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '.config/mutants.vitest.mjs', related: false },
  coverageAnalysis: 'perTest',
  mutate: ['src/{domain,storage}/**/*.ts', '!**/*.{test,fixture,contract}.ts'],
  ignorePatterns: ['/dist', '/e2e', '/scenarios', '/public', '/test-results', '/src/features', '/src/parts', '/src/ui'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${out}/report.json` },
  htmlReporter: { fileName: `${out}/report.html` },
  incrementalFile: `${out}/incremental.json`,
  tempDirName: `${out}/sandbox`,
  thresholds: { high: 95, low: 90, break: 85 },
  timeoutMS: 10_000,
  concurrency: 2,
};
