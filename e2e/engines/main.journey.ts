/** Proves that the main journeys go through in every engine, each with its own pointer, storage and worker. */
import { readFileSync } from 'node:fs';
import { de } from '../../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';

const places = ['path', 'library', 'charter', 'moment', 'check', 'welcome', 'me'] as const;

test('the first visit: the first scene is there, is answered, explained and saved', async ({ visitor, packs }) => {
  await visitor.visit();
  const { scenario, turn, order } = await visitor.standing();
  expect(scenario).toBe(packs.de.first);
  const responses = packs.de.scenarios
    .find(({ id }) => id === scenario)!
    .turns.find(({ id }) => id === turn)!.responses;
  expect(order.toSorted()).toEqual(responses.map(({ id }) => id).toSorted());
  await visitor.answer(1);
  for (const { id, why } of responses) await visitor.read(`[data-explains="${id}"]`, why);
  await visitor.goOn();
  expect(await visitor.answersOnMe()).toBe(1);
});

test('a round of five, its summary, and Today', async ({ visitor }) => {
  await visitor.visit();
  const met = new Set<string>();
  let answers = 0;
  do {
    met.add((await visitor.answer(answers, answers % 2 ? 'unsure' : 'sure')).scenario);
    answers++;
  } while (await visitor.goOn());
  expect(met.size).toBe(5);
  for (const scenario of met) await visitor.see(`[data-screen="practice"] a[href="#/library/${scenario}"]`);
  await visitor.act('finish');
  await visitor.see('[data-screen="today"]');
  expect(await visitor.answersOnMe()).toBe(answers);
});

test('the library: all scenes, a search, an explanation that is covered until it is asked for', async ({
  visitor,
  packs,
}) => {
  const scene = packs.de.scenarios.at(-1)!;
  const link = `[data-screen="library"] a[href="#/library/${scene.id}"]`;
  const all = '[data-screen="library"] li a[href^="#/library/"]';
  await visitor.visit('#/library');
  await visitor.see(link);
  expect(await visitor.count(all)).toBe(packs.de.scenarios.length);
  await visitor.go(`#/library?q=${encodeURIComponent(scene.title)}`, 'library');
  await visitor.see(link);
  expect(await visitor.count(all)).toBeLessThan(packs.de.scenarios.length);
  await visitor.click(link);
  await visitor.read('h1', scene.title);
  expect(await visitor.count('[data-explains]')).toBe(0);
  await visitor.act('uncover');
  for (const { id, why } of scene.turns[0]!.responses) await visitor.read(`[data-explains="${id}"]`, why);
});

test('a backup is saved, everything deleted, and all of it restored', async ({ visitor }) => {
  await visitor.visit();
  await visitor.answer(0);
  await visitor.goOn();
  await visitor.answer(1, 'unsure');
  expect(await visitor.answersOnMe()).toBe(2);
  await visitor.act('backup');
  const file = await visitor.download();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'leitstern-backup' });

  for (const action of ['delete', 'delete-sure', 'delete-now']) await visitor.act(action);
  await visitor.read('[data-count="answers"]', '0');
  await visitor.visit('#/me');
  expect(await visitor.answersOnMe()).toBe(0);
  await visitor.browser.chooseFile('[data-action="restore"]', file);
  await visitor.read('[data-screen="me"]', de.me.restored(2));
  await visitor.visit();
  expect(await visitor.answersOnMe()).toBe(2);
});

test('with the server gone everything opens, also after a restart, and a round goes on', async ({ visitor, host }) => {
  await visitor.visit();
  await visitor.answer();
  await visitor.see('html[data-offline-ready]');
  await visitor.goOn();
  const left = await visitor.standing();
  await host.kill();

  await visitor.restart();
  await visitor.see('[data-screen="today"]');
  for (const place of places) await visitor.go(`#/${place}`, place);
  await visitor.visit('#/practice');
  expect(await visitor.standing()).toEqual(left);
  await visitor.answer();
  expect(await visitor.answersOnMe()).toBe(2);
});

test('after a restart of the browser the round goes on, and every answer is there', async ({ visitor }) => {
  await visitor.visit();
  await visitor.answer(1);
  await visitor.goOn();
  await visitor.answer(2);
  await visitor.goOn();
  const left = await visitor.standing();

  await visitor.restart();
  await visitor.see('[data-screen="today"]');
  await visitor.act('practice');
  expect(await visitor.standing()).toEqual(left);
  await visitor.answer();
  await visitor.restart();
  expect(await visitor.answersOnMe()).toBe(3);
});

test('a page that was left while it was writing holds up no other', async ({ visitor, packs }) => {
  await visitor.visit();
  await visitor.answer();
  await visitor.go(`#/library/${packs.de.scenarios[0]!.id}`, 'library');
  await visitor.see('[data-screen="library"] button[aria-pressed]');
  await visitor.browser.run(() => {
    setInterval(() => document.querySelector<HTMLButtonElement>('button[aria-pressed]')?.click(), 0);
    location.href = './?later#/me';
  });
  await visitor.read('[data-count="answers"]', '1');
  expect(await visitor.count('[data-notice].trouble')).toBe(0);
});
