import { hydrate, mount, tick } from 'svelte';
import { languages, loadFirst, loadPack } from 'virtual:packs';
import AppView from './App.svelte';
import { App, type Edition } from './app/app.svelte';
import { parseHash } from './app/router.svelte';
import { nextTask } from './content/next-task';
import { idMaker } from './domain/new-id';
import { loadMessages } from './i18n/load';
import { screens } from './screens';
import { isStart, preferredLanguage, storage } from './start';
import { readMarker } from './storage/marker';

const target = document.getElementById('app')!;
async function loadEdition(language: string): Promise<Edition> {
  const [messages, pack] = await Promise.all([loadMessages(language), loadPack[language]!()]);
  return { language, messages, pack };
}

function createApp(edition: Edition): App {
  const makeId = idMaker(Math.random);
  const app = new App({
    edition,
    hash: location.hash,
    now: Date.now,
    random: Math.random,
    newId: () => makeId(Date.now()),
    storage,
    speech: window.speechSynthesis,
    loadEdition,
  });
  app.router.listen(window);
  app.install.listen(window);
  app.learner.listen(window);
  return app;
}

/** Opened on its own, so that the code for it never stands before the first scene. */
function openStorage() {
  let supersede = () => {};
  let onBroken = () => {};
  const superseded = new Promise<void>((resolve) => (supersede = resolve));
  const broken = new Promise<void>((resolve) => (onBroken = resolve));
  const opened = import('./storage/open-store').then(({ openStore }) =>
    openStore({ onSuperseded: supersede, onBroken }),
  );
  opened.catch(() => {});
  return { opened, superseded, broken };
}

async function attach(app: App, { opened, superseded, broken }: ReturnType<typeof openStorage>) {
  const reload = () => location.reload();
  const toCheck = () => (location.hash = '#/me');
  void broken.then(() => app.notices.show({ key: 'broken', tone: 'trouble', act: toCheck }));
  void superseded.then(() => app.notices.show({ key: 'future', tone: 'trouble', act: reload }));
  const { store, trouble, heal } = await opened;
  if (trouble) app.notices.show({ key: trouble, tone: 'trouble', ...(trouble !== 'refused' && { act: reload }) });
  await app.learner.attach(store, trouble);
  void heal?.();
}

/** Milliseconds that the start waits for the first paint at most. */
const paintPatience = 2000;

/**
 * Until what the page came with is on the screen: a slow phone that starts the app at the same time shows the text late.
 * A page in the background is not painted, and not every browser tells of it.
 */
const painted = () =>
  new Promise<unknown>((resolve) => {
    if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes('paint')) return resolve(undefined);
    setTimeout(resolve, paintPatience);
    new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
  });

async function firstVisit(language: string): Promise<App> {
  const prerendered = document.documentElement.lang === language && target.firstElementChild;
  if (prerendered) await painted();
  const [messages, pack] = await Promise.all([loadMessages(language), loadFirst[language]!()]);
  const app = createApp({ language, messages, pack });
  app.practice.startFirst();
  await nextTask();
  document.documentElement.lang = language;
  if (!prerendered) target.replaceChildren();
  (prerendered ? hydrate : mount)(AppView, { target, props: { app } });
  await nextTask();
  const rest = loadEdition(language).then(async (edition) => {
    await nextTask();
    if (app.language === language) app.takeEdition(edition);
    app.practice.completeFirst();
    // What was read before was counted by a pack of one scene.
    if (app.learner.progress.answers) void app.learner.refresh();
  });
  // WebKit writes localStorage late, so that a browser that is killed may forget the marker and keep the answers.
  const stored = attach(app, openStorage()).then(() => {
    if (app.learner.progress.answers) app.practice.endFirst();
  });
  await Promise.all([rest, stored]).catch(() =>
    app.notices.show({ key: 'unreachable', tone: 'trouble', act: () => location.reload() }),
  );
  return app;
}

async function laterVisit(language: string): Promise<App> {
  document.documentElement.lang = language;
  // The page of a first visit, opened by a link: its scene is not what was asked for.
  if (target.querySelector('[data-scenario]')) target.replaceChildren();
  const screen = parseHash(location.hash).place;
  // Whatever is wrong with the screen's code, the app itself says so.
  const ready = screen === 'practice' ? undefined : screens[screen]().catch(() => {});
  const storage = openStorage();
  const app = createApp(await loadEdition(language));
  await attach(app, storage);
  // What stands there until then is not taken away for an empty screen.
  if (target.querySelector('[data-start]')) await ready;
  const focused = target.querySelector('a:focus')?.getAttribute('href');
  target.replaceChildren();
  mount(AppView, { target, props: { app } });
  await tick();
  if (focused) target.querySelector<HTMLElement>(`a[href="${focused}"]`)?.focus();
  return app;
}

async function main() {
  const language = preferredLanguage(languages);
  const first = !readMarker() && isStart();
  const app = await (first ? firstVisit(language) : laterVisit(language));
  if (import.meta.env.PROD) void app.updates.start(navigator.serviceWorker, './sw.js');
}

/** The network broke off before the app could start. What can be read already stays. */
function tell() {
  const note = Object.assign(document.createElement('div'), { className: 'cut-off', role: 'alert' });
  const text = 'Leitstern ließ sich nicht ganz laden. · Leitstern could not be loaded completely.';
  const reload = Object.assign(document.createElement('button'), {
    className: 'button',
    textContent: 'Neu laden · Reload',
  });
  reload.addEventListener('click', () => location.reload());
  note.append(Object.assign(document.createElement('p'), { textContent: text }), reload);
  if (isStart() && target.querySelector('[data-scenario]')) target.append(note);
  else target.replaceChildren(note);
}

// Not from the file's top level: a look at the stack from there makes Chromium read the whole file again, see `chunks.ts`.
Promise.resolve().then(main).catch(tell);
