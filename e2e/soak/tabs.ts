import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../../src/domain/answer.ts';
import { hash, type Random, seeded } from '../../src/domain/random.ts';
import { Chromium } from './chromium.ts';
import { answerWhenTold, inspect } from './in-page.ts';
import { type Given, overwritten, settle } from './ledger.ts';
import { contradictions, isTorn } from './recount.ts';
import { again } from './replay.ts';
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
  /** What nobody should have seen in it. */
  readonly troubles: string[];
  #ready = false;
  #heard = () => {};

  private constructor(
    readonly tab: Tab,
    troubles: string[],
  ) {
    this.troubles = troubles;
  }

  static async open(browser: Chromium, url: string, seed: number): Promise<Answerer> {
    const made: { answerer?: Answerer } = {};
    const troubles: string[] = [];
    const onTrouble = (trouble: string) => void troubles.push(trouble);
    const tab = await Tab.open(browser, url, onTrouble, ({ what, ...said }) => {
      const { answerer } = made;
      if (!answerer) return;
      if (what === 'ready') answerer.#ready = true;
      if (what === 'saved') answerer.given.push({ ...(said as unknown as Given), saved: true });
      answerer.#heard();
    });
    const answerer = new Answerer(tab, troubles);
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

/**
 * Holds both windows and the database against what was given; in words, empty where all is well.
 * @param seen the answers at the last look, exchanged for those of this one
 */
async function look(
  windows: readonly Answerer[],
  setting: Setting,
  rows: Rows,
  seen: { answers: readonly Answer[] },
): Promise<string[]> {
  const given = windows.flatMap((window) => window.given);
  const problems: string[] = [];
  for (const { tab, troubles } of windows) {
    await tab.run(() => void (location.hash = '#/me'), 0);
    const found = await tab.run(inspect, { expected: given.length });
    const answers: Answer[] = found.answers;
    const { lost, doubled, invented } = settle(given, answers, new Set());
    const torn = [...answers.filter((answer) => isTorn(answer, setting.pack)), ...overwritten(seen.answers, answers)];
    const { said, recounted } = await contradictions(found, answers, setting.pack, windows.length);
    seen.answers = answers;
    rows.add(bar, { lost: lost.length, doubled: doubled.length + invented.length, recounted });
    rows.add(bar, { torn: torn.length + said.length, broken: troubles.length });
    for (const each of [...lost, ...doubled, ...invented, ...torn]) problems.push(JSON.stringify(each));
    problems.push(...said, ...troubles.splice(0));
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
  const { lanes, keep = true, onProblem } = setting;
  const lane = 0;
  for (let done = 0, nth = setting.profile?.nth ?? 0; done < runs; nth++) {
    const random = seeded(hash(`${bar} ${seed} ${nth}`));
    const profile = mkdtempSync(join(tmpdir(), 'leitstern-soak-'));
    const browser = new Chromium(profile);
    const part = Math.min(inOneProfile, runs - done);
    done += part;
    const seen = { answers: [] };
    let problems: string[] = [];
    try {
      const open = () => Answerer.open(browser, setting.host.url, Math.floor(random() * 2 ** 32));
      const windows = await Promise.all([open(), open()]);
      for (let n = 1; n <= part; n++) {
        await interleave(windows, random);
        rows.add(bar, { runs: 1, acknowledged: windows.length });
        if (n % toTheLook && n < part) continue;
        problems = await look(windows, setting, rows, seen);
        if (problems.length) break;
      }
    } catch (error) {
      rows.add(bar, { broken: 1 });
      problems.push(String(error));
    }
    if (problems.length) {
      const command = again({ bar, runs: part, seed, lanes }, { lane, nth });
      onProblem({ bar, seed, lanes, lane, nth, profile, problems, command });
    }
    process.stderr.write(`${JSON.stringify(rows.list[0])}\n`);
    await browser.kill();
    if (!problems.length || !keep) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return rows.list;
}
