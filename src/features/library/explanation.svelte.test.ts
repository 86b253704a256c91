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

test('reading aloud ends when the screen is left', async () => {
  const cancel = vi.fn();
  const voices = [{ lang: 'en-GB', localService: true }] as SpeechSynthesisVoice[];
  vi.stubGlobal('SpeechSynthesisUtterance', class {});
  await open({ getVoices: () => voices, speak: () => {}, cancel } as unknown as SpeechSynthesis);
  const button = [...document.querySelectorAll('button')].find((each) =>
    each.textContent.includes(en.feedback.readAloud),
  )!;
  button.click();
  flushSync();
  expect(button.textContent).toContain(en.feedback.stopReading);
  cancel.mockClear();
  location.hash = '#/charter';
  await vi.waitFor(() => expect(document.querySelector('[data-screen=charter]')).not.toBeNull());
  expect(cancel).toHaveBeenCalled();
  vi.unstubAllGlobals();
});
