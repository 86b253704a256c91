import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pack } from '../../src/domain/pack.ts';
import type { Random } from '../../src/domain/random.ts';
import { Book, type Look } from './book.ts';
import { Chromium } from './chromium.ts';
import { answerOnAndOn, inspect } from './in-page.ts';
import type { Given } from './ledger.ts';
import { type Said, Tab } from './tab.ts';

/** When a browser dies. */
export type Death =
  /** So many milliseconds after it was asked for the app: before anything could be answered. */
  | { at: 'start'; ms: number }
  /** So many milliseconds after the first scene was opened. */
  | { at: 'practice'; ms: number }
  /** So many milliseconds after the nth answer was submitted: while it is written. */
  | { at: 'write'; nth: number; ms: number };

/** What happens to the disk around a life, and to the page before its scripts. */
export interface Surroundings {
  beforeLife?: (profile: string) => Record<string, string>;
  afterDeath?: (profile: string) => void;
  inPage?: () => void;
  end?: () => void;
}

/** Milliseconds in which as many answers must have been submitted as a death waits for. */
const longest = 60_000;

/** With more answers than this the app keeps a snapshot of what it has counted, see `src/app/derived.ts`. */
export const tailLimit = 50;

/** One profile on the disk, lived in by one browser after the other, each of which is killed. */
export class Chain {
  readonly profile = mkdtempSync(join(tmpdir(), 'leitstern-soak-'));
  readonly #book: Book;
  /** What nobody should have seen in the pages since the last look. */
  #troubles: string[] = [];
  #deaths = 0;
  #deadSince = 0;

  constructor(
    private readonly url: string,
    pack: Pack,
    private readonly random: Random,
    private readonly surroundings: Surroundings = {},
  ) {
    this.#book = new Book(pack);
  }

  /**
   * A browser starts, is looked at if it has lived before, answers, and dies.
   * @returns what was found of the lives before; nothing where it died before it could be looked at
   */
  async live(death: Death): Promise<Look | undefined> {
    const browser = new Chromium(this.profile, this.surroundings.beforeLife?.(this.profile));
    let submissions = 0;
    let submitted = () => {};
    const enough = new Promise<boolean>((resolve) => {
      submitted = () => death.at === 'write' && ++submissions >= death.nth && resolve(true);
    });
    try {
      const tab = await this.#open(browser, ({ what, ...said }) => {
        if (what === 'saved') this.#book.saved();
        if (what !== 'submitted') return;
        this.#book.submitted(said as unknown as Given);
        submitted();
      });
      if (this.surroundings.inPage) await tab.before(this.surroundings.inPage, 0);
      await tab.before(answerOnAndOn, { seed: Math.floor(this.random() * 2 ** 32) });
      await tab.goTo(`${this.url}${this.#deaths ? '#/me' : ''}`);
      if (death.at === 'start') {
        await pause(death.ms);
        return undefined;
      }
      const look = this.#deaths ? await this.#look(tab) : undefined;
      if (look) await tab.run(() => void (location.hash = '#/practice'), 0);
      if (death.at === 'write' && !(await Promise.race([enough, pause(longest)])))
        this.#troubles.push(`${submissions} answers and not ${death.nth} were submitted within ${longest} ms`);
      await pause(death.ms);
      return look;
    } finally {
      await browser.kill();
      // Only now: a process may live on for a moment after the kill, on a busy machine for more than one.
      this.#deadSince = Date.now();
      this.#deaths++;
      this.surroundings.afterDeath?.(this.profile);
    }
  }

  /** The last look, by a browser that is not asked to answer. */
  async end(): Promise<Look> {
    const browser = new Chromium(this.profile);
    try {
      const tab = await this.#open(browser);
      await tab.goTo(`${this.url}#/me`);
      return await this.#look(tab);
    } finally {
      await browser.kill();
    }
  }

  remove(): void {
    this.surroundings.end?.();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #open(browser: Chromium, onSaid?: (said: Said) => void): Promise<Tab> {
    return Tab.open(browser, this.url, (trouble) => this.#troubles.push(trouble), onSaid);
  }

  async #look(tab: Tab): Promise<Look> {
    const look = await this.#book.hold(await tab.run(inspect, { tailLimit }), this.#deadSince);
    const troubles = this.#troubles;
    this.#troubles = [];
    return { ...look, broken: troubles.length, problems: [...look.problems, ...troubles] };
  }
}
