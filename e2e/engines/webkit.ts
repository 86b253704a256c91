import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Engine, Running } from './engine.ts';
import { openSession } from './http-driver.ts';
import { descendants, Program } from './program.ts';
import { until } from './until.ts';

export interface RunningWebKit extends Running {
  /** Of the process that holds storage and network; undefined while there is none. */
  networkProcess(): number | undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startDisplay(): Promise<{ name: string; program: Program }> {
  const args = ['-displayfd', '3', '-screen', '0', '1024x1200x24', '-nolisten', 'tcp'];
  const program = new Program('Xvfb', args, {}, ['pipe']);
  const [number] = (await once(program.child.stdio[3] as Readable, 'data')) as [Buffer];
  return { name: `:${number.toString().trim()}`, program };
}

const answers = (driver: string) =>
  fetch(`${driver}/status`).then(
    ({ ok }) => ok,
    () => false,
  );

/** An error in the page's console, after its place if it has one. WebKitGTK knows no manifests, nor their directive. */
const isProblem = (line: string) => /\bCONSOLE \w+ ERROR (?!Unrecognized .* directive 'manifest-src')/.test(line);

export const webkit: Engine<RunningWebKit> = {
  name: 'WebKitGTK',
  packages: ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'gjs', 'xvfb'],
  programs: ['WebKitWebDriver', 'gjs', 'Xvfb'],

  async start(profile) {
    mkdirSync(join(profile, 'home'), { recursive: true });
    const display = await startDisplay();
    const port = await freePort();
    const driver = new Program('WebKitWebDriver', [`--port=${port}`], {
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      HOME: join(profile, 'home'),
      ...Object.fromEntries(['CACHE', 'CONFIG', 'DATA'].map((what) => [`XDG_${what}_HOME`, join(profile, 'home')])),
    });
    const address = `http://127.0.0.1:${port}`;
    await until('WebKitWebDriver listens', () => answers(address));
    const session = await openSession(address, {
      'webkitgtk:browserOptions': {
        binary: 'gjs',
        args: ['-m', join(import.meta.dirname, 'webkit-browser.js'), profile],
      },
    });
    const { pid } = driver.child;
    const networkProcess = () => descendants(pid!, 'WebKitNetworkProcess')[0];
    return {
      send: session.send,
      networkProcess,
      async stop() {
        for (const browser of descendants(pid!, 'gjs')) process.kill(browser, 'SIGTERM');
        await until('WebKit ends', () => networkProcess() === undefined);
        for (const program of [driver, display.program]) {
          program.kill('SIGKILL');
          await program.ended;
        }
      },
      problems: async () => driver.output.split('\n').filter(isProblem),
    };
  },
};
