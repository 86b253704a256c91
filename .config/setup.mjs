import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

process.chdir(new URL('..', import.meta.url).pathname);

/** Runs a command in view; whether it succeeded. */
export const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;

/** Installs what the lock file names, unless it is there already. */
export function install() {
  const marker = 'node_modules/.package-lock.json';
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  // npm 11 finds fault with lock files of its own making where a package has parts for other platforms.
  if (!run('npm', ['ci']) && !run('npm', ['install', '--no-save'])) process.exit(1);
}

const look = "import('./e2e/browser.ts').then(({ findChromium }) => process.exit(findChromium() ? 0 : 1))";
const hasBrowser = () => spawnSync('npx', ['tsx', '-e', look], { stdio: 'ignore' }).status === 0;

function debian(packages) {
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', '-o', 'DPkg::Lock::Timeout=900', ...packages]);
}

/** Finds a Chromium or gets one: Playwright's own build, else the system's package. */
export function browser() {
  if (hasBrowser()) return;
  console.log('No Chromium found, getting one.');
  run('npx', ['playwright', 'install', 'chromium'], { timeout: 120_000, killSignal: 'SIGKILL' });
  if (hasBrowser()) return;
  debian(['chromium']);
  if (hasBrowser()) return;
  console.error('No Chromium could be had. Install one and name it in the environment variable CHROMIUM.');
  process.exit(1);
}

const lacking = () =>
  spawnSync('npx', ['tsx', 'e2e/engines/lacking.ts'], { encoding: 'utf8' }).stdout.split(/\s+/).filter(Boolean);

/** Gets the other browsers where Debian's packages can be installed; elsewhere their journeys are skipped. */
export function engines() {
  const packages = lacking();
  if (!packages.length) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) debian(packages);
  const still = lacking();
  if (still.length) console.log(`Some journeys will be skipped. Debian's packages for them: ${still.join(' ')}`);
}
