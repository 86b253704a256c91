import { idMaker } from '../domain/new-id';
import { pack } from '../domain/pack.fixture';
import type { Pack } from '../domain/pack';
import { seeded } from '../domain/random';
import { en } from '../i18n/en';
import { MemoryStore } from '../storage/memory-store';
import { App, type Edition } from './app.svelte';

interface Setting {
  hash?: string;
  bank?: Pack;
  now?: () => number;
  speech?: SpeechSynthesis;
  loadEdition?: (language: string) => Promise<Edition>;
}

/** An app for tests. Its store stands in for the disk: of memory nothing is ever called saved. */
export async function anApp({ hash = '#/', bank = pack(), ...setting }: Setting = {}) {
  const makeId = idMaker(seeded(1));
  let at = 1_800_000_000_000;
  const now = setting.now ?? (() => (at += 1000));
  const edition: Edition = { language: 'en', messages: en, pack: bank };
  localStorage.clear();
  location.hash = hash;
  const store: MemoryStore = Object.defineProperty(new MemoryStore(), 'kind', { value: 'database' });
  const app = new App({
    loadEdition: () => Promise.resolve(edition),
    ...setting,
    edition,
    hash,
    now,
    random: seeded(2),
    newId: () => makeId(now()),
  });
  await app.learner.attach(store);
  return { app, store, edition };
}
