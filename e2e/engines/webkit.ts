import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { Display, environment } from './display.ts';
import { openSession } from './http-driver.ts';
import { descendants, Program } from './program.ts';
import { until } from './until.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The name of the process that holds what pages store. */
export const networkProcess = 'WebKitNetworkProcess';

const answers = (driver: string) =>
  fetch(`${driver}/status`).then(
    ({ ok }) => ok,
    () => false,
  );

/** An error in the page's console, after its place if it has one. WebKitGTK knows no manifests, nor their directive. */
const isProblem = (line: string) => /\bCONSOLE \w+ ERROR (?!Unrecognized .* directive 'manifest-src')/.test(line);

export const webkit: Engine = {
  name: 'WebKitGTK',
  packages: ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'gjs', 'xvfb'],
  programs: ['WebKitWebDriver', 'gjs', 'Xvfb'],

  async start(profile) {
    const display = await Display.start();
    const port = await freePort();
    const driver = new Program('WebKitWebDriver', [`--port=${port}`], environment(display, profile));
    const address = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver listens', () => answers(address));
    const session = await openSession(address, {
      'webkitgtk:browserOptions': {
        binary: 'gjs',
        args: ['-m', join(import.meta.dirname, 'gjs/by-webdriver.js'), profile],
      },
    });
    const { pid } = driver.child;
    return {
      send: session.send,
      async stop() {
        for (const browser of descendants(pid!, 'gjs')) process.kill(browser, 'SIGTERM');
        await until('WebKit ends', () => !descendants(pid!, networkProcess).length);
        driver.kill('SIGKILL');
        await driver.ended;
        await display.end();
      },
      problems: async () => driver.output.split('\n').filter(isProblem),
    };
  },
};
