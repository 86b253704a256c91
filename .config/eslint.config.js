import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**', '.cache/**'] },
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['playwright', 'playwright/*'], message: 'tests only' }] },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      // A method that throws is to reject.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Hash routes: there is no router to resolve against.
      'svelte/no-navigation-without-resolve': 'off',
      // Used for values that are replaced whole, and in plain functions.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // The types of properties do not reach the linter across components; svelte-check sees them.
    files: ['**/*.svelte'],
    rules: Object.fromEntries(
      ['assignment', 'argument', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  {
    files: ['e2e/**', 'vite.config.ts', '**/*.test.ts', '**/*.fixture.ts'],
    // Matchers are of any type.
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
);
