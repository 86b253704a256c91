import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Command, type Send, WebDriverError } from './webdriver.ts';

type Reply = [type: 1, id: number, error: { error: string; message: string } | null, result: unknown];

/** What lies before the first byte of a packet's body: its length in bytes, and a colon. */
const colon = ':'.charCodeAt(0);

const isValue = (result: unknown): result is { value: unknown } =>
  typeof result === 'object' && result !== null && 'value' in result;

/**
 * Firefox's own protocol for WebDriver, spoken without the program that translates it to HTTP
 * (firefox-source-docs.mozilla.org/remote/marionette/Protocol.html).
 */
export class Marionette {
  readonly #asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #bytes: Buffer = Buffer.alloc(0);
  #last = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.#take(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('Firefox is gone'));
      this.#asked.clear();
    });
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Marionette(socket);
  }

  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const start = this.#bytes.indexOf(colon) + 1;
      const end = start + Number(this.#bytes.subarray(0, start - 1).toString());
      if (!start || this.#bytes.length < end) return;
      const message = JSON.parse(this.#bytes.subarray(start, end).toString()) as Reply | object;
      this.#bytes = this.#bytes.subarray(end);
      // The first packet is a greeting.
      if (Array.isArray(message)) this.#settle(message as Reply);
    }
  }

  #settle([, id, error, result]: Reply): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (error) asked?.reject(new WebDriverError(error.error, error.message));
    else asked?.resolve(isValue(result) ? result.value : result);
  }

  /** @throws {WebDriverError} @throws where the browser ends before it has answered */
  ask(name: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const body = JSON.stringify([0, id, name, params]);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(body)}:${body}`);
    });
  }

  send: Send = (command: Command, params) => this.ask(`WebDriver:${command}`, params);
}
