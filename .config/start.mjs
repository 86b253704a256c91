import { install, run } from './setup.mjs';

install();
if (run('npx', ['vite', 'build', '--logLevel', 'warn'])) run('npx', ['vite', 'preview', ...process.argv.slice(2)]);
else process.exitCode = 1;
