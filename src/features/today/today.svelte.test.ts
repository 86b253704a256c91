import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { pack } from '../../domain/pack.fixture';

const evening = new Date(2028, 1, 29, 22).getTime();
let at = evening;
let view: ReturnType<typeof mount>;

async function open() {
  at = evening;
  const made = await anApp({ now: () => ++at, bank: pack() });
  await made.app.learner.notes.add({ kind: 'intention', text: 'Leise werden.', day: '2028-02-29' });
  view = mount(AppView, { target: document.body, props: { app: made.app } });
  await vi.waitFor(() => expect(document.querySelector('[data-screen=today] .facts')).not.toBeNull());
  return made;
}

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

const asked = () => document.querySelector('[data-asked]');

test.each([
  ['is looked at again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['comes back from the way back', () => window.dispatchEvent(new PageTransitionEvent('pageshow'))],
])('left open overnight, Today is of the new day as soon as it %s', async (_, wake) => {
  await open();
  expect(asked()).toBeNull();
  at += 12 * 3_600_000;
  wake();
  flushSync();
  expect(asked()?.textContent).toContain('Leise werden.');
});

test('what was asked goes when it is answered, and leaves the focus to the screen', async () => {
  await open();
  at += 12 * 3_600_000;
  document.dispatchEvent(new Event('visibilitychange'));
  flushSync();
  const button = asked()!.querySelector('button')!;
  button.focus();
  button.click();
  await vi.waitFor(() => expect(asked()).toBeNull());
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('#main')));
});
