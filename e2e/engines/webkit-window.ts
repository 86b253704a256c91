import { once } from 'node:events';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { Display, environment } from './display.ts';
import { descendants, Program } from './program.ts';
import { until } from './until.ts';
import { networkProcess } from './webkit.ts';

/** In JavaScript, because the loader of TypeScript wraps functions that have a name: `__name` stands in for that. */
const channel = `
  globalThis.__name = (named) => named;
  globalThis.say = (json) => webkit.messageHandlers.say.postMessage(json);`;

type Heard = { id: number; value?: unknown; error?: string } | { said: unknown };

/**
 * A window of WebKitGTK that outlives its storage process, as one on iOS does: WebDriver would end with it. Pages tell
 * something by `say(JSON)`.
 */
export class WebKitWindow {
  readonly #asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  readonly #pipe: Duplex;
  #last = 0;

  private constructor(
    private readonly display: Display,
    private readonly program: Program,
    onSaid: (said: unknown) => void,
  ) {
    this.#pipe = program.child.stdio[3] as Duplex;
    let rest = '';
    this.#pipe.on('error', () => {}).setEncoding('utf8');
    this.#pipe.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const heard = JSON.parse(line) as Heard;
        if ('said' in heard) onSaid(heard.said);
        else this.#settle(heard);
      }
    });
  }

  /** @param profile a folder, for all that the browser keeps */
  static async start(profile: string, onSaid: (said: unknown) => void): Promise<WebKitWindow> {
    const display = await Display.start();
    const args = ['-m', join(import.meta.dirname, 'gjs/by-pipe.js'), profile];
    const program = new Program('gjs', args, environment(display, profile), ['pipe']);
    await once(program.child, 'spawn');
    const window = new WebKitWindow(display, program, onSaid);
    window.#tell('before', channel);
    return window;
  }

  #settle({ id, value, error }: Exclude<Heard, { said: unknown }>): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error === undefined) asked?.resolve(value);
    else asked?.reject(new Error(error));
  }

  #tell(act: 'before' | 'load' | 'run', text: string): number {
    const id = ++this.#last;
    this.#pipe.write(`${JSON.stringify({ id, act, text })}\n`);
    return id;
  }

  /** Runs a function in every page that is loaded from now on, before its scripts. */
  before<Args extends unknown[]>(script: (...args: Args) => void, ...args: Args): void {
    this.#tell('before', `(${script.toString()})(...${JSON.stringify(args)})`);
  }

  /** Does not wait for the page. */
  load(url: string): void {
    this.#tell('load', url);
  }

  /** Runs a function in the page; it sees nothing but its arguments. @throws what it throws */
  async run<Args extends unknown[], T>(script: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    const body = `return JSON.stringify(await (${script.toString()})(...${JSON.stringify(args)})) ?? 'null'`;
    const id = this.#tell('run', body);
    const value = new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
    return (await value) as Awaited<T>;
  }

  /** Kill -9 of the process that holds what pages store; a new one takes its place when a page asks. */
  killStorage(): void {
    for (const pid of descendants(this.program.child.pid!, networkProcess)) process.kill(pid, 'SIGKILL');
  }

  async quit(): Promise<void> {
    this.program.kill('SIGTERM');
    await until('WebKit ends', () => !descendants(this.program.child.pid!, networkProcess).length);
    await this.program.ended;
    await this.display.end();
  }
}
