import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/domain/answer.ts';
import type { Pack } from '../../src/domain/pack.ts';
import type { Random } from '../../src/domain/random.ts';
import { Chromium } from './chromium.ts';
import { answerOnAndOn, type Found, inspect } from './in-page.ts';
import { type Given, settle, turnOf } from './ledger.ts';
import { contradictions, isTorn } from './recount.ts';
import { type Said, Tab } from './tab.ts';

/** When a browser dies. */
export type Death =
  /** So many milliseconds after it was asked for the app: before anything could be answered. */
  | { at: 'start'; ms: number }
  /** So many milliseconds after the first scene was opened. */
  | { at: 'practice'; ms: number }
  /** So many milliseconds after the nth answer was submitted: while it is written. */
  | { at: 'write'; nth: number; ms: number };

/** What one look after a death has found. */
export interface Look {
  acknowledged: number;
  lost: number;
  doubled: number;
  torn: number;
  /** In words; empty where all is well. */
  problems: string[];
}

/** What happens to the disk around a life, and to the page before its scripts. */
export interface Surroundings {
  beforeLife?: (profile: string) => Record<string, string>;
  afterDeath?: (profile: string) => void;
  inPage?: () => void;
  end?: () => void;
}

const longest = 20_000;

const waited = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One profile on the disk, lived in by one browser after the other, each of which is killed. */
export class Chain {
  readonly profile = mkdtempSync(join(tmpdir(), 'leitstern-soak-'));
  readonly #all: Answer[] = [];
  #turns = new Set<string>();
  #given: Given[] = [];
  #deaths = 0;

  constructor(
    private readonly url: string,
    private readonly pack: Pack,
    private readonly random: Random,
    private readonly surroundings: Surroundings = {},
  ) {}

  /**
   * A browser starts, is looked at if it has lived before, answers, and dies.
   * @returns what was found of the lives before; nothing where it died before it could be looked at
   */
  async live(death: Death): Promise<Look | undefined> {
    const browser = new Chromium(this.profile, this.surroundings.beforeLife?.(this.profile));
    let submissions = 0;
    let submitted = () => {};
    const enough = new Promise<void>((resolve) => {
      submitted = () => death.at === 'write' && ++submissions >= death.nth && resolve();
    });
    try {
      const tab = await Tab.open(browser, (said) => {
        this.#hear(said);
        if (said.what === 'submitted') submitted();
      });
      if (this.surroundings.inPage) await tab.before(this.surroundings.inPage, 0);
      await tab.before(answerOnAndOn, { seed: Math.floor(this.random() * 2 ** 32) });
      await tab.goTo(`${this.url}${this.#deaths ? '#/me' : ''}`);
      if (death.at === 'start') {
        await waited(death.ms);
        return undefined;
      }
      const look = this.#deaths
        ? await this.#look(await tab.run(inspect, { after: this.#all.at(-1)?.id ?? '' }))
        : undefined;
      if (look) await tab.run(() => void (location.hash = '#/practice'), 0);
      if (death.at === 'write') await Promise.race([enough, waited(longest)]);
      await waited(death.ms);
      return look;
    } finally {
      await browser.kill();
      this.#deaths++;
      this.surroundings.afterDeath?.(this.profile);
    }
  }

  /** The last look, by a browser that is not asked to answer. */
  async end(): Promise<Look> {
    const browser = new Chromium(this.profile);
    try {
      const tab = await Tab.open(browser);
      await tab.goTo(`${this.url}#/me`);
      return await this.#look(await tab.run(inspect, { after: '' }), true);
    } finally {
      await browser.kill();
    }
  }

  remove(): void {
    this.surroundings.end?.();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #hear({ what, ...said }: Said): void {
    if (what === 'submitted') this.#given.push({ ...(said as unknown as Given), saved: false });
    else if (what === 'saved') this.#given.at(-1)!.saved = true;
  }

  /** @param whole whether all answers were read, not only those since the last look */
  async #look(found: Found, whole = false): Promise<Look> {
    const known = new Set(this.#all.map(({ id }) => id));
    const stored = found.answers.filter(({ id }) => !known.has(id));
    const gone = whole ? this.#all.filter(({ id }) => !found.answers.some((answer) => answer.id === id)) : [];
    const verdict = settle(this.#given, stored, this.#turns, true);
    this.#all.push(...stored);
    for (const answer of stored) this.#turns.add(turnOf(answer));
    const torn = stored.filter((answer) => isTorn(answer, this.pack));
    const said = await contradictions(found, this.#all, this.pack);
    const problems = [
      ...verdict.lost.map((given) => `lost: ${JSON.stringify(given)}`),
      ...gone.map((answer) => `lost later: ${JSON.stringify(answer)}`),
      ...[...verdict.doubled, ...verdict.invented].map(
        (answer) => `doubled or from nowhere: ${JSON.stringify(answer)}`,
      ),
      ...torn.map((answer) => `torn: ${JSON.stringify(answer)}`),
      ...said,
    ];
    this.#given = [];
    return {
      acknowledged: verdict.acknowledged,
      lost: verdict.lost.length + gone.length,
      doubled: verdict.doubled.length + verdict.invented.length,
      torn: torn.length + said.length,
      problems,
    };
  }
}
