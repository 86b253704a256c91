import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Program } from './program.ts';

/** A screen that nobody sees. */
export class Display {
  private constructor(
    private readonly program: Program,
    readonly name: string,
  ) {}

  static async start(): Promise<Display> {
    const args = ['-displayfd', '3', '-screen', '0', '1024x1200x24', '-nolisten', 'tcp'];
    const program = new Program('Xvfb', args, {}, ['pipe']);
    const [number] = (await once(program.child.stdio[3] as Readable, 'data')) as [Buffer];
    return new Display(program, `:${number.toString().trim()}`);
  }

  async end(): Promise<void> {
    this.program.kill('SIGKILL');
    await this.program.ended;
  }
}

/** For a program with windows, which then leaves nothing in the home of whoever runs it. */
export function environment(display: Display, profile: string): NodeJS.ProcessEnv {
  const home = join(profile, 'home');
  mkdirSync(home, { recursive: true });
  return {
    DISPLAY: display.name,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
  };
}
