import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { en } from '../../i18n/en';

let view: ReturnType<typeof mount>;

async function open(speech?: SpeechSynthesis) {
  const { app } = await anApp({ hash: '#/library/retail/one', ...(speech && { speech }) });
  app.router.listen(window);
  view = mount(AppView, { target: document.body, props: { app } });
  await vi.waitFor(() => expect(document.querySelector('[data-action=uncover]')).not.toBeNull());
  const button = document.querySelector<HTMLElement>('[data-action=uncover]')!;
  button.focus();
  button.click();
  flushSync();
}

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

test('uncovering leaves the focus to the screen, because its button goes', async () => {
  await open();
  expect(document.querySelector('[data-explains]')).not.toBeNull();
  await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('#main')));
});

