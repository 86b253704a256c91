import { render } from 'svelte/server';
import { languages, loadFirst } from 'virtual:packs';
import AppView from './App.svelte';
import { App } from './app/app.svelte';
import { loadMessages } from './i18n/load';

export { languages };

/**
 * The delivered texts of one language: its first scene, ready to be read and hydrated, and the beginning of Today for
 * later visits.
 */
export async function prerender(language: string) {
  const [messages, pack] = await Promise.all([loadMessages(language), loadFirst[language]!()]);
  const edition = { language, messages, pack };
  const app = new App({
    edition,
    hash: '',
    now: () => 0,
    random: () => 0,
    newId: () => '',
    loadEdition: () => Promise.resolve(edition),
  });
  const start = (await render(AppView, { props: { app } })).body;
  app.practice.startFirst();
  const { body } = await render(AppView, { props: { app } });
  return { body, start, description: messages.welcome.description, noscript: messages.welcome.noscript };
}
