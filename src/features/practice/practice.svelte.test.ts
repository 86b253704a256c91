import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import AppView from '../../App.svelte';
import { App } from '../../app/app.svelte';
import { idMaker } from '../../domain/new-id';
import { pack, response, scenario, turn } from '../../domain/pack.fixture';
import { seeded } from '../../domain/random';
import { en } from '../../i18n/en';
import { MemoryStore } from '../../storage/memory-store';
import { StorageError } from '../../storage/store';

const talk = scenario('retail/talk', {
  turns: [
    turn('start', [response('best', 3, 3, { next: 'end' }), response('soft', 3, 0), response('hard', 0, 2)]),
    turn('end'),
  ],
});
const bank = pack([talk, ...[1, 2, 3, 4].map((n) => scenario(`crafts/${n}`, { principles: ['trust'] }))]);

let app: App;
let view: ReturnType<typeof mount>;
let store: MemoryStore;

beforeEach(async () => {
  const makeId = idMaker(seeded(1));
  let now = 1_800_000_000_000;
  const edition = { language: 'en', messages: en, pack: bank };
  localStorage.clear();
  // A stand-in for the disk: of memory nothing is ever called saved.
  store = Object.defineProperty(new MemoryStore(), 'kind', { value: 'database' });
  app = new App({
    edition,
    hash: '#/practice?scene=retail/talk',
    now: () => (now += 1000),
    random: seeded(2),
    newId: () => makeId(now),
    loadEdition: () => Promise.resolve(edition),
  });
  await app.learner.attach(store);
  view = mount(AppView, { target: document.body, props: { app } });
  flushSync();
});

afterEach(async () => {
  await unmount(view);
  document.body.replaceChildren();
});

const one = <T extends Element = HTMLElement>(selector: string) => document.querySelector<T>(selector);
/** What stands below the first screenful comes a frame later. */
const whole = () => vi.waitFor(() => expect(one('[data-action=next]')).not.toBeNull());
const press = (key: string) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  flushSync();
};
const click = (selector: string) => {
  one(selector)!.click();
  flushSync();
};

describe('a scene', () => {
  test('cannot be submitted before a response is chosen', () => {
    expect(one<HTMLButtonElement>('[data-submit=sure]')!.disabled).toBe(true);
    click('[data-response=soft]');
    expect(one<HTMLButtonElement>('[data-submit=sure]')!.disabled).toBe(false);
  });

  test('takes the number keys in the order in which the responses stand', () => {
    const order = [...document.querySelectorAll<HTMLInputElement>('[data-response]')];
    for (const [i, input] of order.entries()) {
      press(String(i + 1));
      expect(input.checked).toBe(true);
      expect(document.activeElement).toBe(input);
    }
    press('9');
    expect(order.at(-1)!.checked).toBe(true);
  });

  test('explains every response, and says how sure the answer was', async () => {
    click('[data-response=hard]');
    click('[data-submit=unsure]');
    await whole();
    expect(
      [...document.querySelectorAll('[data-explains]')].map((each) => each.getAttribute('data-explains')).sort(),
    ).toEqual(['best', 'hard', 'soft']);
    expect(one('[data-feedback]')!.textContent).toContain('reaction to hard');
    await vi.waitFor(async () => expect(await store.answers()).toHaveLength(1));
    expect((await store.answers())[0]).toMatchObject({
      response: 'hard',
      confidence: 'unsure',
      marks: { customer: 0, business: 2 },
    });
  });

  test('says saved only when it is', async () => {
    let write = () => {};
    const append = vi.spyOn(store, 'append').mockImplementation(() => new Promise((resolve) => (write = resolve)));
    click('[data-response=best]');
    click('[data-submit=sure]');
    await vi.waitFor(() => expect(append).toHaveBeenCalled());
    expect(one('[data-feedback]')!.dataset.saved).toBeUndefined();
    write();
    await vi.waitFor(() => expect(one('[data-feedback]')!.dataset.saved).toBe('true'));
  });

  test('tells in plain words that an answer is not saved, and saves it with another try', async () => {
    const append = vi.spyOn(store, 'append').mockRejectedValueOnce(new StorageError('quota'));
    click('[data-response=best]');
    click('[data-submit=sure]');
    await vi.waitFor(() => expect(one('[data-notice=quota]')?.textContent).toContain(en.notices.quota.text));
    expect(one('[data-feedback]')!.dataset.saved).toBeUndefined();
    click('[data-notice=quota] .button');
    await vi.waitFor(async () => expect(await store.answers()).toHaveLength(1));
    expect(append).toHaveBeenCalledTimes(2);
  });

  test('goes on from the reaction to the next turn, and then to the summary', async () => {
    click('[data-response=best]');
    click('[data-submit=sure]');
    await whole();
    click('[data-action=next]');
    expect(one('[data-turn]')!.dataset.turn).toBe('end');
    expect(one('[data-turn]')!.textContent).toContain('reaction to best');
    click('[data-response=best]');
    click('[data-submit=sure]');
    await whole();
    click('[data-action=next]');
    expect(one('[data-action=finish]')).not.toBeNull();
  });

  test('is the same scene in another language, with the choice kept', async () => {
    click('[data-response=soft]');
    await app.speakLanguage('en');
    flushSync();
    expect(one<HTMLInputElement>('[data-response=soft]')!.checked).toBe(true);
  });
});
