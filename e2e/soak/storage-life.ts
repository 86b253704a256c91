import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../src/domain/random.ts';
import { until } from '../engines/until.ts';
import { WebKitWindow } from '../engines/webkit-window.ts';
import { Book, type Look } from './book.ts';
import { tailLimit } from './chain.ts';
import { answerOnAndOn, inspect } from './in-page.ts';
import type { Given } from './ledger.ts';
import type { Setting } from './setting.ts';
import { takeTheWayOut } from './way-out.ts';

/** What the page tells. */
type Said =
  { what: 'started' } | { what: 'trouble'; key: string } | ({ what: 'submitted' | 'saved' } & Omit<Given, 'saved'>);

/**
 * What WebKit says in place of the page where that was left while it was asked. Nothing else is meant by it here, because
 * a page answers with text alone.
 */
const unanswered = /Unsupported result type|no longer reachable/;

/** One profile, in whose window answers are given while its storage is killed again and again. */
export class StorageLife {
  readonly profile = mkdtempSync(join(tmpdir(), 'leitstern-webkit-'));
  readonly #book: Book;
  #window!: WebKitWindow;
  /** How often a page was loaded. */
  #started = 0;
  /** How often an answer was submitted. */
  #submitted = 0;
  /** Which submission was the last one that was said to be saved. */
  #saved = 0;
  /** What the page told last. */
  #said: readonly string[] = [];
  /** Practice is where the page has to be. */
  #practises = false;

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
  ) {
    this.#book = new Book(setting.pack);
  }

  async begin(): Promise<void> {
    this.#window = await WebKitWindow.start(this.profile, (said) => this.#hear(said as Said));
    this.#window.before(takeTheWayOut);
    this.#window.before(answerOnAndOn, { seed: Math.floor(this.random() * 2 ** 32) });
    this.#window.load(this.setting.host.url);
    await this.#until('the first answer is saved', () => this.#saved);
    await this.#practise();
  }

  #hear(said: Said): void {
    this.#said = [...this.#said.slice(-9), 'key' in said ? `${said.what} ${said.key}` : said.what];
    if (said.what === 'started') {
      this.#started++;
      // WebKit, on a busy machine, was seen to load Me once more by itself when practice had just been gone to.
      if (this.#practises) void this.#goToPractice().catch(() => {});
    }
    if (said.what === 'submitted') {
      this.#submitted++;
      this.#book.submitted(said);
    }
    if (said.what === 'saved') {
      this.#saved = this.#submitted;
      this.#book.saved();
    }
  }

  /**
   * Kills the storage at a random moment, half of the time while an answer is being written.
   * @returns how long it took until an answer given afterwards was saved, in milliseconds, and how many reloads
   */
  async kill(): Promise<{ recovery: number; reloads: number }> {
    if (this.random() < 0.5) {
      const nth = this.#submitted + 1 + Math.floor(this.random() * 8);
      await this.#until('answers are given', () => this.#submitted >= nth);
    } else await pause(this.random() * 1500);
    await pause(this.random() * 14);
    const [began, submitted, started] = [Date.now(), this.#submitted, this.#started];
    this.#window.killStorage();
    // One more, because the word of one given before may still be on its way.
    await this.#until('an answer given after the kill is saved', () => this.#saved > submitted + 1);
    return { recovery: Date.now() - began, reloads: this.#started - started };
  }

  /** Loads Me, reads what is stored behind it, and goes on with practice. */
  async look(): Promise<Look> {
    const { host } = this.setting;
    this.#practises = false;
    // Again where the app's own reload, its way out of a lost connection, came in between.
    do {
      const started = this.#started;
      // Another query, because another hash alone loads nothing.
      this.#window.load(`${host.url}?${started}#/me`);
      await this.#until('Me is loaded', () => this.#started > started);
    } while (!(await this.#ask(() => location.hash === '#/me')));
    const look = await this.#book.hold(await this.#ask(inspect, { tailLimit }));
    await this.#practise();
    return look;
  }

  async #practise(): Promise<void> {
    const saved = this.#saved;
    this.#practises = true;
    await this.#goToPractice();
    await this.#until('practice goes on', () => this.#saved > saved);
  }

  async #goToPractice(): Promise<void> {
    await this.#ask(() => void (location.hash = '#/practice'));
  }

  /** As `run` of the window, and up to two times again where nobody answered: what is asked changes nothing stored. */
  async #ask<Args extends unknown[], T>(script: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    for (let left = 2; ; left--) {
      try {
        return await this.#window.run(script, ...args);
      } catch (error) {
        if (!left || !unanswered.test(String(error))) throw error;
        await pause(100);
      }
    }
  }

  /** As `until`, and tells what the page shows where it takes too long. */
  async #until(what: string, ask: () => unknown): Promise<void> {
    await until(what, ask).catch(async (error: unknown) => {
      const shown = this.#window.run(() => `${location.href}: ${document.body.innerText.slice(0, 500)}`).catch(String);
      const told = await Promise.race([shown, pause(5000, 'nothing, and does not answer')]);
      throw new Error(`${String(error)}; said last: ${this.#said.join(', ')}; the page shows ${told}`);
    });
  }

  /** @param keep leaves the profile for somebody to look into */
  async end(keep: boolean): Promise<void> {
    await this.#window.quit();
    if (!keep) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
