import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { isNote } from '../../storage/backup-schema';

let made: Awaited<ReturnType<typeof anApp>>;
let view: ReturnType<typeof mount>;

beforeEach(async () => {
  made = await anApp({ hash: '#/moment' });
  view = mount(AppView, { target: document.body, props: { app: made.app } });
  await vi.waitFor(() => expect(document.querySelector('form')).not.toBeNull());
});

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

function write(text: string) {
  const field = document.querySelector('textarea')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document.querySelector<HTMLInputElement>('input[name=field]')!.click();
  flushSync();
}
const save = () => document.querySelector<HTMLElement>('[data-action=save-moment]')!.click();
const kept = () => vi.waitFor(() => expect(location.hash).toBe('#/library?show=moments'));

test('a moment pasted with controls in it is kept as one that can be read again', async () => {
  write('Erste Zeile\vzweite\u0007 Zeile');
  save();
  await kept();
  const [note] = await made.store.notes();
  expect(note).toMatchObject({ kind: 'moment', text: 'Erste Zeile\nzweite Zeile' });
  expect(isNote(note)).toBe(true);
});

test('a moment is kept once, however quickly it is tapped', async () => {
  write('Erste Zeile');
  for (let n = 0; n < 3; n++) save();
  await kept();
  expect(await made.store.notes()).toHaveLength(1);
});
