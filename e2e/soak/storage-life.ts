import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/domain/answer.ts';
import type { Random } from '../../src/domain/random.ts';
import { until } from '../engines/until.ts';
import { WebKitWindow } from '../engines/webkit-window.ts';
import { answerOnAndOn, inspect } from './in-page.ts';
import { type Given, settle, turnOf } from './ledger.ts';
import { contradictions, isTorn } from './recount.ts';
import type { Setting } from './setting.ts';
import { takeTheWayOut } from './way-out.ts';

/** What the page tells. */
type Said =
  { what: 'started' } | { what: 'trouble'; key: string } | ({ what: 'submitted' | 'saved' } & Omit<Given, 'saved'>);

/** What one look has found since the one before. */
interface Look {
  acknowledged: number;
  lost: number;
  doubled: number;
  torn: number;
  /** As JSON; empty where all is well. */
  problems: string[];
}

const waited = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One profile, in whose window answers are given while its storage is killed again and again. */
export class StorageLife {
  readonly profile = mkdtempSync(join(tmpdir(), 'leitstern-webkit-'));
  readonly #all: Answer[] = [];
  readonly #turns = new Set<string>();
  #window!: WebKitWindow;
  #given: Given[] = [];
  /** How often a page was loaded. */
  #started = 0;
  /** How often an answer was submitted. */
  #submitted = 0;
  /** Which submission was the last one that was said to be saved. */
  #saved = 0;

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
  ) {}

  async begin(): Promise<void> {
    this.#window = await WebKitWindow.start(this.profile, (said) => this.#hear(said as Said));
    this.#window.before(takeTheWayOut);
    this.#window.before(answerOnAndOn, { seed: Math.floor(this.random() * 2 ** 32) });
    this.#window.load(this.setting.host.url);
    await until('the first answer is saved', () => this.#saved);
    await this.#practise();
  }

  #hear(said: Said): void {
    if (said.what === 'started') this.#started++;
    if (said.what === 'submitted') {
      const { scenario, turn, response } = said;
      this.#submitted++;
      this.#given.push({ scenario, turn, response, saved: false });
    }
    if (said.what === 'saved') {
      this.#saved = this.#submitted;
      this.#given.at(-1)!.saved = true;
    }
  }

  /**
   * Kills the storage at a random moment, half of the time while an answer is being written.
   * @returns how long it took until an answer given afterwards was saved, in milliseconds, and how many reloads
   */
  async kill(): Promise<{ recovery: number; reloads: number }> {
    if (this.random() < 0.5) {
      const nth = this.#submitted + 1 + Math.floor(this.random() * 8);
      await until('answers are given', () => this.#submitted >= nth);
    } else await waited(this.random() * 1500);
    await waited(this.random() * 14);
    const [began, submitted, started] = [Date.now(), this.#submitted, this.#started];
    this.#window.killStorage();
    // One more, because the word of one given before may still be on its way.
    await until('an answer given after the kill is saved', () => this.#saved > submitted + 1);
    return { recovery: Date.now() - began, reloads: this.#started - started };
  }

  /** Loads Me, reads what is stored behind it, and goes on with practice. */
  async look(): Promise<Look> {
    const { pack, host } = this.setting;
    // Again where the app's own reload, its way out of a lost connection, came in between.
    do {
      const started = this.#started;
      // Another query, because another hash alone loads nothing.
      this.#window.load(`${host.url}?${started}#/me`);
      await until('Me is loaded', () => this.#started > started);
    } while (!(await this.#window.run(() => location.hash === '#/me')));
    const found = await this.#window.run(inspect, { after: '' });
    const known = new Set(this.#all.map(({ id }) => id));
    const ids = new Set(found.answers.map(({ id }) => id));
    const stored = found.answers.filter(({ id }) => !known.has(id));
    const gone = this.#all.filter(({ id }) => !ids.has(id));
    const { acknowledged, lost, doubled, invented } = settle(this.#given, stored, this.#turns, false);
    this.#all.push(...stored);
    for (const answer of stored) this.#turns.add(turnOf(answer));
    this.#given = [];
    const torn = stored.filter((answer) => isTorn(answer, pack));
    const said = await contradictions(found, this.#all, pack);

    await this.#practise();
    return {
      acknowledged,
      lost: lost.length + gone.length,
      doubled: doubled.length + invented.length,
      torn: torn.length + said.length,
      problems: [...lost, ...gone, ...doubled, ...invented, ...torn, ...said].map((each) => JSON.stringify(each)),
    };
  }

  async #practise(): Promise<void> {
    const saved = this.#saved;
    await this.#window.run(() => void (location.hash = '#/practice'));
    await until('practice goes on', () => this.#saved > saved);
  }

  /** @param keep leaves the profile for somebody to look into */
  async end(keep: boolean): Promise<void> {
    await this.#window.quit();
    if (!keep) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
