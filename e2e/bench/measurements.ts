import { resolve } from 'node:path';
import { answering } from './answering.ts';
import type { Row } from './figures.ts';
import { firstRows } from './first-rows.ts';
import { scenarioIds } from './many-answers.ts';
import type { Setting } from './setting.ts';
import { shiftsOfScreens } from './shifts.ts';
import { keptSize, type Kind, scriptSizes } from './sizes.ts';
import { fillWithAnswers, installApp, starts, type Starts } from './starts.ts';
import { alignColumns } from './table.ts';

async function answerRows(setting: Setting): Promise<Row[]> {
  const { ours, floor } = await answering(setting);
  return [
    {
      what: 'tap on submit → explanation painted',
      unit: 'ms',
      ours: ours.explained,
      floor: floor.explained,
      bar: { atMost: 60 },
    },
    { what: 'tap on submit → next paint, by event timing', unit: 'ms', ours: ours.nextPaint, floor: floor.nextPaint },
    {
      what: 'tap on submit → answer on disk',
      unit: 'ms',
      ours: ours.saved,
      take: 'p95',
      bar: { atMost: 100 },
      note: `${ours.saved.length} of ${ours.explained.length} answers said that they were on disk`,
    },
  ];
}

async function startRows(setting: Setting): Promise<Row[]> {
  await installApp(setting);
  const second = await starts(setting);
  const said = await fillWithAnswers(setting, 10_000);
  await setting.host.kill();
  const offline = await starts(setting).finally(() => setting.host.restart());
  const note = `10,000 answers were added to the one that the app had stored; it counts "${said}"`;
  const rows = (what: string, { cold, warm }: Starts, atMost: number): Row[] =>
    [
      { when: `${what}, browser just started`, measured: cold },
      { when: `${what}, another tab`, measured: warm },
    ].flatMap(({ when, measured }) => [
      { what: `${when}: Today begins`, unit: 'ms', ours: measured.map(({ seen }) => seen), bar: { atMost } },
      { what: `${when}: Today complete`, unit: 'ms', ours: measured.map(({ complete }) => complete) },
    ]);
  return [...rows('second visit', second, 350), ...rows('offline, 10,000 answers', offline, 500)].map((row, i) =>
    i === 4 ? { ...row, note } : row,
  );
}

async function shiftRows(setting: Setting): Promise<Row[]> {
  await installApp(setting);
  await fillWithAnswers(setting, 300);
  return (await shiftsOfScreens(setting)).map(({ screen, value, what }) => ({
    what: `layout shift on ${screen}, 300 answers`,
    unit: '',
    ours: [value],
    bar: { below: 0.02 },
    ...(value >= 0.02 && { note: `most by ${what}` }),
  }));
}

async function sizeRows({ dist }: Setting): Promise<Row[]> {
  const scripts = await scriptSizes(dist, scenarioIds(resolve('scenarios')));
  const kept = await keptSize(dist);
  const sum = (kind: Kind) =>
    scripts.filter((script) => script.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  const chunks = scripts.map(({ file, kind, bytes }) => [`  ${file}`, kind, `${(bytes / 1000).toFixed(1)} kB`]);
  return [
    {
      what: 'all JavaScript of the learner’s side',
      unit: 'kB',
      ours: [sum('learner')],
      bar: { atMost: 110_000 },
      note: `without scenes and the trainer’s side; by chunk:\n${alignColumns(chunks)}`,
    },
    { what: 'scripts that hold scenes', unit: 'kB', ours: [sum('content')] },
    { what: 'all JavaScript of the trainer’s side', unit: 'kB', ours: [sum('trainer')] },
    {
      what: 'everything kept for offline use',
      unit: 'kB',
      ours: [kept.bytes],
      bar: { atMost: 400_000 },
      note: `${kept.files} files`,
    },
  ];
}

/** By the name under which one can be asked for alone. */
export const measurements: Record<string, (setting: Setting) => Promise<Row[]>> = {
  first: firstRows,
  answer: answerRows,
  starts: startRows,
  shifts: shiftRows,
  sizes: sizeRows,
};
