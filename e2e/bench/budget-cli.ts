import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Built } from './budget.ts';
import { formatFigure, isMet, type Row } from './figures.ts';
import { scenarioIds } from './many-answers.ts';
import { keptFiles, scriptSizes } from './sizes.ts';
import { alignColumns, formatTable } from './table.ts';

/*
 * npm run budget -- [dist]
 *
 * The exact sizes of a build, in Brotli, against the budgets; exits with 1 where one is exceeded.
 */
const dist = resolve(process.argv[2] ?? 'dist');
if (!existsSync(`${dist}/sw.js`)) throw new Error(`no build at ${dist}`);
const built = await Built.read(dist);
const scripts = await scriptSizes(dist, scenarioIds(resolve('scenarios')));
const sum = (bytes: readonly number[]) => bytes.reduce((a, b) => a + b, 0);
const most = (rows: readonly number[], atMost: number) =>
  ({ unit: 'kB', ours: rows, take: 'largest', bar: { atMost } }) as const;

const pages = ['index.html', 'en.html'];
const content = scripts.filter(({ kind }) => kind === 'content').map(({ bytes }) => bytes);
const rows: Row[] = [
  {
    what: 'a first scene, to be read',
    ...most(
      pages.map((page) => built.bytes([page])),
      20_000,
    ),
  },
  {
    what: 'a first scene, to be answered',
    ...most(
      pages.map((page) => built.bytes(built.page(page))),
      60_000,
    ),
  },
  {
    what: 'all scripts of the learner’s side',
    ...most([sum(scripts.filter(({ kind }) => kind === 'learner').map(({ bytes }) => bytes))], 110_000),
  },
  { what: 'all scenes in one language', ...most(content, 90_000) },
  { what: 'everything kept for offline use', ...most([built.bytes(keptFiles(dist))], 400_000) },
];

const kB = (bytes: number) => formatFigure(bytes, 'kB').padStart(7);
const first = built.page('index.html');
const name = (file: string) => file.replace(/^assets\/|-[\w-]{8}(?=\.\w+$)/g, '');
const screens = built.screens.map((file) => {
  const whole = built.closure(file);
  const more = [...whole].filter((other) => !first.has(other));
  return [name(file), kB(built.bytes([file])), kB(built.bytes(more)), more.map(name).join(', ')];
});
const chunks = built.files
  .map((file) => ({ file, bytes: built.bytes([file]) }))
  .sort((a, b) => b.bytes - a.bytes)
  .map(({ file, bytes }) => [file, kB(bytes)]);

console.log(`${alignColumns([['screen', 'kB', 'with what it needs beyond the first scene', ''], ...screens])}\n`);
console.log(`${alignColumns([['file', 'kB'], ...chunks])}\n`);
console.log(formatTable(rows));
const missed = rows.filter((row) => isMet(row) !== true);
if (missed.length) console.error(`\nover the budget: ${missed.map(({ what }) => what).join('; ')}`);
process.exitCode = missed.length ? 1 : 0;
