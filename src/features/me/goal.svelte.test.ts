import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { notesOf } from '../../domain/note';

let made: Awaited<ReturnType<typeof anApp>>;
let view: ReturnType<typeof mount>;

beforeEach(async () => {
  made = await anApp({ hash: '#/me' });
  view = mount(AppView, { target: document.body, props: { app: made.app } });
  await vi.waitFor(() => expect(document.querySelector('input[name=goal]')).not.toBeNull());
});

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

const choose = (days: number) => {
  document.querySelector<HTMLElement>(`input[name=goal][value="${days}"]`)!.click();
  flushSync();
};
const goals = () => notesOf(made.app.learner.notes, 'goal').map(({ days }) => days);

test('of several goals chosen quickly one is kept, the last', async () => {
  for (const days of [1, 2, 5]) choose(days);
  await vi.waitFor(() => expect(goals()).toEqual([5]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(goals()).toEqual([5]);
  expect(await made.store.notes()).toHaveLength(1);
});
