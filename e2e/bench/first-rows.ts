import { chromium } from 'playwright';
import { launchOptions } from './conditions.ts';
import type { Row } from './figures.ts';
import { type FirstAnswer, firstAnswer, type FirstVisit, firstVisit, firstVisitWithoutScript } from './first-visit.ts';
import type { Setting } from './setting.ts';

type Pair<T> = readonly [ours: T, floor: T];

interface Runs {
  looks: Pair<FirstVisit>[];
  answers: Pair<FirstAnswer>[];
  withoutScript: Pair<number | undefined>[];
}

async function measure({ host, floor, runs }: Setting): Promise<Runs> {
  const browser = await chromium.launch(launchOptions(host.browserArgs));
  const inTurn = async <T>(visit: (url: string) => Promise<T>): Promise<Pair<T>> => [
    await visit(host.url),
    await visit(floor),
  ];
  const look = (url: string) => firstVisit(browser, url);
  const answer = (url: string) => firstAnswer(browser, url);
  const read = (url: string) => firstVisitWithoutScript(browser, url);
  const result: Runs = { looks: [], answers: [], withoutScript: [] };
  try {
    // Not counted: the host compresses on the first request, and the browser has just started.
    await inTurn(look);
    for (let run = 0; run < runs; run++) {
      result.looks.push(await inTurn(look));
      result.withoutScript.push(await inTurn(read));
      result.answers.push(await inTurn(answer));
    }
    return result;
  } finally {
    await browser.close();
  }
}

function columns<T>(
  pairs: readonly Pair<T>[],
  value: (of: T) => number | undefined,
): { ours: number[]; floor: number[] } {
  return {
    ours: pairs.flatMap(([ours]) => value(ours) ?? []),
    floor: pairs.flatMap(([, floor]) => value(floor) ?? []),
  };
}

/** The first visit of somebody who has never been here, beside the floor. */
export async function firstRows(setting: Setting): Promise<Row[]> {
  const { looks, answers, withoutScript } = await measure(setting);
  const lost = answers.some(([{ choiceLost }]) => choiceLost);
  return [
    {
      what: 'first visit: until the first scene is readable and tappable',
      unit: 'ms',
      ...columns(looks, ({ readable }) => readable),
      bar: { timesFloor: 1.25 },
    },
    {
      what: 'the same without JavaScript, by first content',
      unit: 'ms',
      ...columns(withoutScript, (at) => at),
      bar: { timesFloor: 1.25 },
    },
    {
      what: 'transferred until readable',
      unit: 'kB',
      ...columns(looks, ({ bytesUntilReadable }) => bytesUntilReadable),
      bar: { atMost: 20_000 },
    },
    {
      what: 'first visit: until it can be submitted',
      unit: 'ms',
      ...columns(answers, ({ submittable }) => submittable),
      ...(lost && { note: 'a response chosen before the script was there had to be chosen again' }),
    },
    {
      what: 'transferred until it can be submitted',
      unit: 'kB',
      ...columns(answers, ({ bytesUntilSubmittable }) => bytesUntilSubmittable),
      bar: { atMost: 60_000 },
    },
    {
      what: 'transferred until the explanation',
      unit: 'kB',
      ...columns(answers, ({ bytesUntilExplained }) => bytesUntilExplained),
    },
    {
      what: 'total blocking time on first load',
      unit: 'ms',
      ...columns(looks, ({ blocking }) => blocking),
      bar: { atMost: 50 },
    },
    {
      what: 'layout shift on first load',
      unit: '',
      ...columns(looks, ({ shift }) => shift),
      take: 'largest',
      bar: { below: 0.02 },
    },
  ];
}
