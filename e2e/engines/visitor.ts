import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Screen, Standing } from '../pages.ts';
import type { Browser } from './browser.ts';
import { until } from './until.ts';

/** What a person does and finds in a browser, by the hooks that the app promises to tools from outside. */
export class Visitor {
  constructor(
    readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** @param hash where in the app; the page is loaded anew in any case */
  async visit(hash = ''): Promise<void> {
    await this.browser.open('about:blank');
    await this.browser.open(this.url + hash);
    await this.see('html[data-theme]:not(:has([data-start]))');
  }

  async reload(): Promise<void> {
    await this.browser.reload();
    await this.see('html[data-theme]:not(:has([data-start]))');
  }

  /** Ends the browser, starts it again, and comes back. */
  async restart(): Promise<void> {
    await this.browser.restart(new URL(this.url).origin);
    await this.visit();
  }

  /** Goes to an address of the app, without loading the page again, and waits until something stands there. */
  async go(hash: string, screen: Screen): Promise<void> {
    await this.browser.run((to) => void (location.hash = to), hash);
    await this.see(`[data-screen="${screen}"] :is(h1, h2)`);
  }

  count(selector: string): Promise<number> {
    return this.browser.run((css) => document.querySelectorAll(css).length, selector);
  }

  /** Waits for it. */
  see(selector: string): Promise<unknown> {
    return until(`${selector} is there`, () => this.count(selector));
  }

  async seeNoMore(selector: string): Promise<void> {
    await until(`${selector} is gone`, async () => !(await this.count(selector)));
  }

  /** Waits for it and reads it. */
  async text(selector: string): Promise<string> {
    await this.see(selector);
    return this.browser.run((css) => document.querySelector(css)?.textContent.trim() ?? '', selector);
  }

  /** Waits until an element has a certain text in it. */
  async read(selector: string, text: string): Promise<void> {
    await until(`${selector} says "${text}"`, async () => (await this.text(selector)).includes(text));
  }

  click = (selector: string): Promise<void> => this.browser.click(selector);
  act = (action: string): Promise<void> => this.browser.click(`[data-action="${action}"]`);

  async standing(): Promise<Standing> {
    await this.see('[data-response]');
    return this.browser.run(() => {
      const scene = document.querySelector<HTMLElement>('[data-scenario]')!;
      return {
        scenario: scene.dataset['scenario']!,
        turn: scene.dataset['turn']!,
        order: [...document.querySelectorAll<HTMLElement>('[data-response]')].map((each) => each.dataset['response']!),
      };
    });
  }

  /** Chooses and submits. @param place of the response in the list as shown */
  async submit(place = 0, confidence: 'sure' | 'unsure' = 'sure'): Promise<Standing> {
    const stand = await this.standing();
    await this.click(`label:has([data-response="${stand.order[place % stand.order.length]}"])`);
    await this.click(`[data-submit="${confidence}"]`);
    await this.see('[data-feedback]');
    return stand;
  }

  /** Answers the scene that is open, until the answer is on disk. */
  async answer(place?: number, confidence?: 'sure' | 'unsure'): Promise<Standing> {
    const stand = await this.submit(place, confidence);
    await this.see('[data-feedback][data-saved="true"]');
    return stand;
  }

  /** From the explanation to the next turn or scene (`true`), or to the summary. */
  async goOn(): Promise<boolean> {
    await this.act('next');
    await this.seeNoMore('[data-feedback]');
    await this.see('[data-response], [data-action="finish"]');
    return (await this.count('[data-response]')) > 0;
  }

  /** Goes to Me and reads how many answers are stored. */
  async answersOnMe(): Promise<number> {
    await this.go('#/me', 'me');
    return Number(await this.text('[data-count="answers"]'));
  }

  /** The one file that was saved, once it is whole. */
  async download(): Promise<string> {
    const folder = join(this.browser.profile, 'downloads');
    return until('a file is saved', () => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
      const path = files.length === 1 ? join(folder, files[0]!) : '';
      try {
        JSON.parse(readFileSync(path, 'utf8'));
        return path;
      } catch {
        return '';
      }
    });
  }
}
