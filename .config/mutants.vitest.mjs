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
    // Random and very large files: minutes for each mutant, and whatever they found has a small test of its own.
    exclude: ['src/storage/{hostile,backup-random,backup-size}.test.ts'],
    // For a busy machine; a mutant that hangs is Stryker's to stop.
    testTimeout: 20_000,
    setupFiles: ['.config/mutants.setup.mjs'],
  },
});
