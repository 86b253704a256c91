import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const running = new Set<Program>();
process.on('exit', () => running.forEach((program) => program.kill('SIGKILL')));

/** A program in a process group of its own, ended with everything that it has started. */
export class Program {
  /** Everything it has written so far. */
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<void>;

  /** @param env added to this process's */
  constructor(command: string, args: string[], env: NodeJS.ProcessEnv = {}, more: 'pipe'[] = []) {
    this.child = spawn(command, args, {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...more],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    running.add(this);
    this.ended = new Promise((resolve) => {
      const end = () => {
        running.delete(this);
        resolve();
      };
      this.child.once('exit', end).once('error', end);
    });
  }

  /** Signals the whole group. */
  kill(signal: NodeJS.Signals): void {
    try {
      if (this.child.pid) process.kill(-this.child.pid, signal);
    } catch {
      // It is gone already.
    }
  }
}

interface Process {
  pid: number;
  parent: number;
  /** The first 15 characters. */
  name: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(pid), parent: Number(parent), name: name ?? '' }];
      } catch {
        return [];
      }
    });
}

/** The ids of the processes of that name that a process, or one of its children, has started. */
export function descendants(pid: number, name: string): number[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((each) => each.parent === parent).flatMap((child) => [child, ...below(child.pid)]);
  return below(pid)
    .filter((each) => each.name === name.slice(0, 15))
    .map((each) => each.pid);
}
