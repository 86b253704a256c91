import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Running } from './engine.ts';
import { until } from './until.ts';
import { findElement, WebDriverError } from './webdriver.ts';

/** What is not yet there, or in the way, may be otherwise in a moment. */
const mayPass = /no such element|stale element|not interactable|click intercepted/;

/** One window of an engine, on a profile of its own. */
export class Browser<Started extends Running = Running> {
  readonly #problems: string[] = [];

  private constructor(
    private readonly engine: Engine<Started>,
    readonly profile: string,
    public running: Started,
  ) {}

  static async start<Started extends Running>(engine: Engine<Started>): Promise<Browser<Started>> {
    const profile = mkdtempSync(join(tmpdir(), 'leitstern-engine-'));
    mkdirSync(join(profile, 'downloads'));
    return new Browser(engine, profile, await engine.start(profile));
  }

  async open(url: string): Promise<void> {
    await this.running.send('Navigate', { url });
  }

  async reload(): Promise<void> {
    await this.running.send('Refresh', {});
  }

  /** Runs a function in the page; it sees nothing but its arguments. */
  run<Args extends unknown[], T>(script: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    return this.running.send('ExecuteScript', {
      // The loader of TypeScript wraps functions that have a name.
      script: `const __name = (named) => named; return (${script.toString()})(...arguments);`,
      args,
    }) as Promise<Awaited<T>>;
  }

  /** Moves the pointer there and presses it, as soon as nothing is in the way. */
  click(selector: string): Promise<void> {
    return this.#onElement(selector, async (id) => {
      await this.run((css) => document.querySelector(css)?.scrollIntoView({ block: 'center' }), selector);
      await this.running.send('ElementClick', { id });
    });
  }

  /** Picks a file as if by the dialogue. */
  chooseFile(selector: string, path: string): Promise<void> {
    return this.#onElement(selector, async (id) => {
      await this.running.send('ElementSendKeys', { id, text: path });
    });
  }

  async #onElement(selector: string, act: (id: string) => Promise<void>): Promise<void> {
    await until(`${selector} can be used`, async () => {
      try {
        await act(await findElement(this.running.send, selector));
        return true;
      } catch (error) {
        if (error instanceof WebDriverError && mayPass.test(error.kind)) return false;
        throw error;
      }
    });
  }

  /** Ends the browser in good order and starts it again on what it has kept. */
  async restart(origin: string): Promise<void> {
    this.#problems.push(...(await this.running.problems(origin)));
    await this.running.stop();
    this.running = await this.engine.start(this.profile);
  }

  /** Errors in the console of any page of the origin since the first start. */
  async problems(origin: string): Promise<string[]> {
    return [...this.#problems, ...(await this.running.problems(origin))];
  }

  async quit(): Promise<void> {
    await this.running.stop();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
