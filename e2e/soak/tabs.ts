import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/domain/answer.ts';
import { hash, type Random, seeded } from '../../src/domain/random.ts';
import { Chromium } from './chromium.ts';
import { answerWhenTold, inspect } from './in-page.ts';
import { type Given, settle } from './ledger.ts';
import { contradictions, isTorn } from './recount.ts';
import { type Row, Rows } from './rows.ts';
import type { Setting } from './setting.ts';
import { Tab } from './tab.ts';

const bar = 'tabs';
/** So many interleavings one profile bears, and so many go by from look to look. */
const inOneProfile = 250;
const toTheLook = 125;
/** Milliseconds by which one tab may be behind the other at most: an answer takes no longer to be written. */
const spread = 6;
const patience = 20_000;

/** A window that answers when it is told to. */
class Answerer {
  readonly given: Given[] = [];
  #ready = false;
  #heard = () => {};

  private constructor(readonly tab: Tab) {}

  static async open(browser: Chromium, url: string, seed: number): Promise<Answerer> {
    const made: { answerer?: Answerer } = {};
    const tab = await Tab.open(browser, ({ what, ...said }) => {
      const { answerer } = made;
      if (!answerer) return;
      if (what === 'ready') answerer.#ready = true;
      if (what === 'saved') answerer.given.push({ ...(said as unknown as Given), saved: true });
      answerer.#heard();
    });
    const answerer = new Answerer(tab);
    made.answerer = answerer;
    await tab.before(answerWhenTold, { seed });
    await tab.goTo(`${url}#/practice`);
    return answerer;
  }

  async #until(isSo: () => boolean, what: string): Promise<void> {
    const timer = setTimeout(() => this.#heard(), patience);
    const deadline = Date.now() + patience;
    while (!isSo()) {
      if (Date.now() >= deadline) throw new Error(`a window is not ${what} within ${patience} ms`);
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
    clearTimeout(timer);
  }

  ready = (): Promise<void> => this.#until(() => this.#ready, 'ready');

  /** @param ms from now; fulfilled when the answer is said to be saved */
  async answer(ms: number): Promise<void> {
    const before = this.given.length;
    this.#ready = false;
    await this.tab.run((delay: number) => window.go(delay), ms);
    await this.#until(() => this.given.length > before, 'told that its answer is saved');
  }
}

/** Holds both windows and the database against what was given; in words, empty where all is well. */
async function look(windows: readonly Answerer[], setting: Setting, rows: Rows): Promise<string[]> {
  const given = windows.flatMap((window) => window.given);
  const problems: string[] = [];
  for (const { tab } of windows) {
    await tab.run(() => void (location.hash = '#/me'), 0);
    const found = await tab.run(inspect, { after: '', expected: given.length });
    const answers: Answer[] = found.answers;
    const { lost, doubled, invented } = settle(given, answers, new Set(), false);
    const torn = answers.filter((answer) => isTorn(answer, setting.pack)).length;
    const said = await contradictions(found, answers, setting.pack);
    rows.add(bar, { lost: lost.length, doubled: doubled.length + invented.length, torn: torn + said.length });
    for (const each of [...lost, ...doubled, ...invented]) problems.push(JSON.stringify(each));
    problems.push(...said);
    await tab.run(() => void (location.hash = '#/practice'), 0);
  }
  return problems;
}

async function interleave(windows: readonly Answerer[], random: Random): Promise<void> {
  await Promise.all(windows.map((window) => window.ready()));
  await Promise.all(windows.map((window) => window.answer(random() * spread)));
}

/** Two windows of one browser answer at the same time, again and again. */
export async function tabs(setting: Setting, { runs, seed }: { runs: number; seed: number }): Promise<Row[]> {
  const rows = new Rows();
  for (let done = 0, nth = 0; done < runs; nth++) {
    const random = seeded(hash(`${bar} ${seed} ${nth}`));
    const profile = mkdtempSync(join(tmpdir(), 'leitstern-soak-'));
    const browser = new Chromium(profile);
    const part = Math.min(inOneProfile, runs - done);
    done += part;
    try {
      const open = () => Answerer.open(browser, setting.host.url, Math.floor(random() * 2 ** 32));
      const windows = await Promise.all([open(), open()]);
      for (let n = 1; n <= part; n++) {
        await interleave(windows, random);
        rows.add(bar, { runs: 1, acknowledged: windows.length });
        if (n % toTheLook && n < part) continue;
        const problems = await look(windows, setting, rows);
        if (problems.length) throw new Error(problems.join('\n'));
      }
    } catch (error) {
      rows.add(bar, { broken: 1 });
      setting.onProblem({ bar, seed, nth, error: String(error) });
    }
    process.stderr.write(`${JSON.stringify(rows.list[0])}\n`);
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows.list;
}
