import { expect, test } from 'vitest';
import { anApp } from './app.fixture';
import type { Edition } from './app.svelte';

test('the language is the one that was asked for last, whichever is loaded first', async () => {
  const arrive = new Map<string, () => void>();
  const { app, edition } = await anApp({
    loadEdition: (language) =>
      new Promise<Edition>((resolve) => arrive.set(language, () => resolve({ ...edition, language }))),
  });
  const [german, english] = [app.speakLanguage('de'), app.speakLanguage('en')];
  arrive.get('en')!();
  await english;
  arrive.get('de')!();
  await german;
  expect(app.language).toBe('en');
  expect(app.preferences.language).toBe('en');
  expect(document.documentElement.lang).toBe('en');
});
