import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { anApp } from '../../app/app.fixture';
import { bank } from '../../domain/pack.fixture';
import { en } from '../../i18n/en';

const twoScenes = bank(2, 1, { check: { passMark: 0.7, perPrinciple: 1 } });

let made: Awaited<ReturnType<typeof anApp>>;
let view: ReturnType<typeof mount>;

beforeEach(async () => {
  made = await anApp({ hash: '#/check', bank: twoScenes });
  made.app.router.listen(window);
  view = mount(AppView, { target: document.body, props: { app: made.app } });
  await there('[data-action=start-check]');
});

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

const there = (selector: string) => vi.waitFor(() => expect(document.querySelector(selector)).not.toBeNull());
const click = (selector: string) => {
  document.querySelector<HTMLElement>(selector)!.click();
  flushSync();
};
const stored = (count: number) => vi.waitFor(async () => expect(await made.store.count()).toBe(count));

async function take(response: string) {
  click('[data-action=start-check]');
  for (const n of [1, 2]) {
    await there(`[data-response=${response}]`);
    click(`[data-response=${response}]`);
    click('[data-submit=sure]');
    await stored(n);
  }
  await there('[data-passed]');
}

/** Practises a scene of the check afterwards. */
async function practise(response: string) {
  const scene = made.app.exam.round!.plan.scenes[0]!.scenario;
  made.app.exam.leave();
  location.hash = `#/practice?scene=${scene}`;
  await there(`[data-scenario="${scene}"] [data-response=${response}]`);
  click(`[data-response=${response}]`);
  click('[data-submit=sure]');
  await stored(3);
  location.hash = '#/check';
  await there('[data-action=start-check]');
}

describe('a check', () => {
  const focused = (selector: string) =>
    vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector(selector)));

  test('is begun once, however quickly it is tapped', async () => {
    const button = document.querySelector<HTMLElement>('[data-action=start-check]')!;
    for (let n = 0; n < 3; n++) button.click();
    await there('[data-response]');
    expect(await made.store.notes()).toHaveLength(1);
  });

  test('has the focus at its top when it is begun, paused and gone on with', async () => {
    for (const action of ['start-check', 'pause-check', 'resume-check']) {
      await there(`[data-action=${action}]`);
      document.querySelector<HTMLElement>(`[data-action=${action}]`)!.focus();
      click(`[data-action=${action}]`);
      await vi.waitFor(() => expect(document.querySelector(`[data-action=${action}]`)).toBeNull());
      await focused('#main');
    }
  });

  test('is gone from the page when everything is deleted', async () => {
    click('[data-action=start-check]');
    await there('[data-response]');
    await made.app.forgetEverything();
    expect(made.app.exam.round).toBeUndefined();
  });
});

describe('a finished check', () => {
  test('that was passed stays so when one of its scenes is practised', async () => {
    await take('best');
    await practise('hard');
    expect(document.querySelector('[data-action=resume-check]')).toBeNull();
    expect(document.querySelector('main')!.textContent).toContain(en.check.passed);
  });

  test('gives the focus back to the screen when it is left', async () => {
    await take('best');
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === en.check.title)!;
    button.focus();
    button.click();
    await there('[data-action=start-check]');
    await vi.waitFor(() => expect(document.activeElement).toBe(document.querySelector('#main')));
  });

  test('that was failed stays so when one of its scenes is practised', async () => {
    await take('hard');
    await practise('best');
    expect(document.querySelector('[data-action=resume-check]')).toBeNull();
    expect(document.querySelector('main')!.textContent).toContain(en.check.notYet);
    expect(made.app.exam.paused).toBeUndefined();
  });
});
