import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { pack, scenario } from '../../domain/pack.fixture';
import { en } from '../../i18n/en';

const bank = pack([1, 2, 3].map((n) => scenario(`crafts/${n}`)));

let made: Awaited<ReturnType<typeof anApp>>;
let view: ReturnType<typeof mount>;

beforeEach(async () => {
  made = await anApp({ hash: '#/practice?scene=crafts/1', bank });
  made.app.router.listen(window);
  view = mount(AppView, { target: document.body, props: { app: made.app } });
  flushSync();
});

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

const one = <T extends Element = HTMLElement>(selector: string) => document.querySelector<T>(selector);
const there = (selector: string) => vi.waitFor(() => expect(one(selector)).not.toBeNull());
const click = (selector: string) => {
  one(selector)!.click();
  flushSync();
};
const go = async (hash: string, screen: string) => {
  location.hash = hash;
  await vi.waitFor(() => expect(made.app.router.hash).toBe(hash));
  await there(`[data-screen=${screen}]`);
};

/** Answers the scene that is open, and goes on. */
async function answer(count: number) {
  await there('[data-response=best]');
  click('[data-response=best]');
  click('[data-submit=sure]');
  await vi.waitFor(async () => expect(await made.store.count()).toBe(count));
  await there('[data-action=next]');
  click('[data-action=next]');
}

describe('after a round', () => {
  test('that was left by the way back, practice begins with a new one', async () => {
    await go('#/', 'today');
    await go('#/practice', 'practice');
    for (const n of [1, 2, 3]) await answer(n);
    await there('[data-action=finish]');
    await go('#/', 'today');
    await go('#/practice', 'practice');
    await there('[data-response]');
    expect(one('[data-action=finish]')).toBeNull();
  });

  test('another one begins at its top, with the focus there', async () => {
    await answer(1);
    await there('[data-action=another]');
    one('[data-action=another]')!.focus();
    click('[data-action=another]');
    await there('[data-response]');
    await vi.waitFor(() => expect(document.activeElement).toBe(one('#main')));
  });
});

describe('an intention', () => {
  const keep = async (text: string, taps = 1) => {
    await answer(1);
    await there('textarea');
    const field = one<HTMLTextAreaElement>('textarea')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    const button = one('[data-action=keep-intention]')!;
    button.focus();
    for (let n = 0; n < taps; n++) button.click();
    await vi.waitFor(() => expect(one('[role=status]')?.textContent).toBe(en.summary.kept));
    return made.store.notes();
  };

  test('is kept without controls', async () => {
    expect(await keep('Wenn es laut wird,\vdann leise.')).toMatchObject([{ text: 'Wenn es laut wird,\ndann leise.' }]);
  });

  test('is kept once, however quickly it is tapped', async () => {
    expect(await keep('Leise werden.', 3)).toHaveLength(1);
  });

  test('is told of in a place that stood there before', async () => {
    await answer(1);
    await there('textarea');
    const status = one('form')!.parentElement!.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
  });

  test('takes the focus of the button that has gone', async () => {
    await keep('Leise werden.');
    expect(document.activeElement?.textContent).toBe('Leise werden.');
  });
});

describe('an address without any scene', () => {
  test('says so, and leads to Today', async () => {
    await go('#/practice?scene=gone/gone', 'practice');
    await vi.waitFor(() => expect(one('main')!.textContent).toContain(en.practice.nothing));
    click('main a');
    await there('[data-screen=today]');
  });

  test('leaves the round that was begun as it is', async () => {
    await go('#/practice', 'practice');
    await answer(1);
    await vi.waitFor(() => expect(made.app.learner.round).not.toBeNull());
    const begun = made.app.learner.round;
    await go('#/practice?scene=gone/gone', 'practice');
    await vi.waitFor(() => expect(one('[data-response]')).toBeNull());
    made.app.practice.leave();
    expect(made.app.learner.round).toBe(begun);
    expect(await made.store.setting('round')).toEqual(begun);
  });
});
