import { defineConfig } from 'vitest/config';

/** The tests that mutants of domain and storage are shown to: fast, and the same at every run. */
export default defineConfig({
  plugins: [
    {
      name: 'forks',
      // Stryker asks for threads, which have no time zone of their own to be changed by a test.
      configureVitest: ({ project }) => void (project.config.pool = 'forks'),
    },
  ],
  test: {
    environment: 'node',
    include: ['src/{domain,storage}/**/*.test.ts', 'src/app/derived.test.ts'],
    // Random files by the hundred: hours of running, and what they would find by chance has a test of its own to find it.
    exclude: ['src/storage/hostile.test.ts'],
    setupFiles: ['.config/mutants.setup.mjs'],
  },
});
