/** Proves that a long life in the app holds: a year of answers, and two phones that become one. */
import { readFile } from 'node:fs/promises';
import type { Answer } from '../src/domain/answer.ts';
import { dayAt, dayNumber } from '../src/domain/day.ts';
import { newId } from '../src/domain/new-id.ts';
import type { Pack } from '../src/domain/pack.ts';
import { seeded } from '../src/domain/random.ts';
import { de } from '../src/i18n/de.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, mapOnMe, reload, screen, visit } from './pages.ts';
import { restore } from './restore.ts';

const today = dayNumber('2026-11-20');

/** A year of practice: several days a week, single turns of real scenes. */
function yearOf(pack: Pack, seed: number, count: number): Answer[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const number = today - 365 + Math.floor((365 * i) / count);
    const at = number * 86_400_000 + 43_200_000 + i;
    const scenario = pack.scenarios[Math.floor(random() * pack.scenarios.length)]!;
    const turn = scenario.turns[0]!;
    const response = turn.responses[Math.floor(random() * turn.responses.length)]!;
    const id = newId(at, random);
    return {
      id,
      attempt: `${id}.1`,
      pack: pack.id,
      scenario: scenario.id,
      version: scenario.version,
      turn: turn.id,
      response: response.id,
      marks: response.marks,
      confidence: random() < 0.7 ? 'sure' : 'unsure',
      at,
      day: dayAt(number),
      where: 'practice',
    };
  });
}

test('a year of 10,000 answers is read in, every screen opens, and the next start has it all', async ({
  page,
  packs,
}) => {
  test.setTimeout(90_000);
  await visit(page, '#/me');
  await restore(page, yearOf(packs.de, 1, 10_000));
  expect(await answersOnMe(page)).toBe(10_000);
  const map = await mapOnMe(page);
  await reload(page);
  for (const name of ['today', 'path', 'library', 'charter', 'check'] as const) {
    await go(page, name === 'today' ? '#/' : `#/${name}`);
    await expect(screen(page, name).getByRole('heading').first()).toBeVisible();
  }
  expect(await answersOnMe(page)).toBe(10_000);
  expect(await mapOnMe(page)).toBe(map);
  for (const heading of [de.me.drift, de.me.mastery, de.me.activity, de.me.calibration, de.me.principles])
    await expect(screen(page, 'me').getByRole('heading', { name: heading })).toBeVisible();
  await answer((await go(page, '#/practice'), page));
  expect(await answersOnMe(page)).toBe(10_001);
});

test('two phones become one, whichever is read into which', async ({ browser, page, packs, guard, host }) => {
  const [mine, yours] = [yearOf(packs.de, 1, 40), yearOf(packs.de, 2, 60)];
  const shared = yours.slice(0, 10);
  await visit(page, '#/me');
  await restore(page, [...mine, ...shared]);
  await restore(page, yours, 50);

  const context = await browser.newContext({ baseURL: host.url, locale: 'de-DE', hasTouch: true, isMobile: true });
  await guard.watch(context);
  const other = await context.newPage();
  await visit(other, '#/me');
  await restore(other, yours);
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'backup').tap()]);
  const buffer = await readFile(await download.path());
  await action(other, 'restore').setInputFiles({ name: 'leitstern.json', mimeType: 'application/json', buffer });
  await expect(screen(other, 'me').getByText(de.me.restored(40))).toBeVisible();
  expect(await answersOnMe(other)).toBe(100);
  expect(await mapOnMe(other)).toBe(await mapOnMe(page));
  await context.close();
});
