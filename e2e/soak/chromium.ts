import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { launchOptions } from '../phone.ts';

/** A message of the DevTools protocol, in either direction. */
interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { message: string };
}

const args = [
  ...launchOptions().args!,
  '--headless',
  '--remote-debugging-pipe',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--password-store=basic',
  '--window-size=390,844',
  '--lang=de-DE',
  // Fewer frames: what is looked at is what is kept.
  '--force-prefers-reduced-motion',
];

/**
 * A browser in a process group of its own, which can be killed whole. Driven through a pipe and not by Playwright:
 * what the page has said before the kill is still read after it, and a start takes half as long.
 */
export class Chromium {
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;
  readonly #asked = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Set<(message: Message) => void>();
  #last = 0;

  /** @param env added to the browser's environment */
  constructor(profile: string, env: Record<string, string> = {}) {
    this.#child = spawn(launchOptions().executablePath!, [...args, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      detached: true,
    });
    const output = this.#child.stdio[4] as Readable;
    const ended = new Promise((resolve) => output.on('close', resolve));
    const exited = new Promise((resolve) => this.#child.on('exit', resolve).on('error', resolve));
    this.#gone = Promise.all([ended, exited]).then(() => {
      for (const { reject } of this.#asked.values()) reject(new Error('the browser is gone'));
      this.#asked.clear();
    });
    let rest = '';
    output.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#take(JSON.parse(message) as Message);
    });
    (this.#child.stdio[3] as Writable).on('error', () => {});
  }

  #take(message: Message): void {
    const asked = message.id === undefined ? undefined : this.#asked.get(message.id);
    if (!asked) return this.#listeners.forEach((listener) => listener(message));
    this.#asked.delete(message.id!);
    if (message.error) asked.reject(new Error(message.error.message));
    else asked.resolve(message.result as never);
  }

  /** @throws where the browser says no, or is gone */
  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      (this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  listen(listener: (message: Message) => void): void {
    this.#listeners.add(listener);
  }

  /** Kill -9 of all its processes at once; fulfilled when everything that they had said was read. */
  async kill(): Promise<void> {
    try {
      process.kill(-this.#child.pid!, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    await this.#gone;
  }
}
