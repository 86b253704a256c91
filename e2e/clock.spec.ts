/** Proves that a clock that is wrong, put forward or back, or carried round the world costs no answer and no streak. */
import type { Page } from 'playwright';
import { dayNumber } from '../src/domain/day.ts';
import type { Answer } from '../src/domain/answer.ts';
import type { Day } from '../src/domain/ids.ts';
import { de } from '../src/i18n/de.ts';
import { anAnswer } from '../src/storage/facts.fixture.ts';
import { readDatabase } from './database.ts';
import { expect, test } from './fixtures.ts';
import { action, answer, answersOnMe, go, goOn, leave, reload, screen, visit } from './pages.ts';
import { restore } from './restore.ts';

const hour = 3_600_000;
const set = (page: Page, instant: string | number) => page.clock.setSystemTime(instant);
const daysStored = async (page: Page): Promise<Day[]> =>
  ((await readDatabase(page)).stores['answers'] as Answer[]).map(({ day }) => day).sort();

/** A start from the beginning, with a scene answered in it. */
async function startAndAnswer(page: Page): Promise<void> {
  await reload(page);
  await action(page, 'practice').tap();
  await answer(page);
  await goOn(page);
  await leave(page);
}

test('row 18: with the clock a day back and ten years on, every answer counts and no interval is negative', async ({
  page,
}) => {
  await set(page, '2026-11-18T12:00:00');
  await visit(page);
  await answer(page);
  await goOn(page);
  await leave(page);
  const negative = /[-−]\s?\d/;
  for (const instant of ['2026-11-17T12:00:00', '2036-11-18T12:00:00']) {
    await set(page, instant);
    await startAndAnswer(page);
    await expect(screen(page, 'today').locator('.week')).toContainText(de.today.week(1, 3));
    expect(await screen(page, 'today').innerText()).not.toMatch(negative);
  }
  await set(page, '2026-11-19T12:00:00');
  await startAndAnswer(page);
  await expect(screen(page, 'today').locator('.week')).toContainText(de.today.weekMet);
  expect(await screen(page, 'today').innerText()).not.toMatch(negative);
  expect(await answersOnMe(page)).toBe(4);
  expect(await daysStored(page)).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2036-11-18']);
});

test.describe(() => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('row 19: on the days of 23 and 25 hours an answer belongs to the day on the wall', async ({ page }) => {
    const instants = {
      '2026-03-28T23:01:00Z': '2026-03-29',
      '2026-03-29T21:59:00Z': '2026-03-29',
      '2026-10-24T22:01:00Z': '2026-10-25',
      '2026-10-25T22:59:00Z': '2026-10-25',
      '2026-10-25T23:01:00Z': '2026-10-26',
    };
    await set(page, Object.keys(instants)[0]!);
    await visit(page, '#/practice');
    for (const instant of Object.keys(instants)) {
      await set(page, instant);
      await answer(page);
      await goOn(page);
    }
    expect(await daysStored(page)).toEqual(Object.values(instants));
  });
});

test('row 19: from Kiritimati to Pago Pago, a day and an hour back, no streak is lost', async ({ page, packs }) => {
  const at = Date.parse('2026-11-22T12:00:00Z');
  const { scenarios } = packs.de;
  const practised = [2, 3, 4, 9, 10, 11, 16, 17, 18].map((date) => `2026-11-${String(date).padStart(2, '0')}`);
  const answers = practised.map((day, i) =>
    anAnswer({
      id: `01JDAAAAAAAAAAAAAAAAAAAA${i + 10}`,
      scenario: scenarios[i]!.id,
      day,
      at: dayNumber(day) * 24 * hour,
    }),
  );
  const tools = await page.context().newCDPSession(page);
  const travel = (timezoneId: string) => tools.send('Emulation.setTimezoneOverride', { timezoneId });
  const week = screen(page, 'today').locator('.week');
  await set(page, at);
  await travel('Pacific/Kiritimati');
  await visit(page, '#/me');
  await restore(page, answers);
  await go(page, '#/');
  await startAndAnswer(page);
  await expect(week).toContainText(de.today.week(1, 3));
  await expect(week).toContainText(de.today.streak(3));

  await travel('Pacific/Pago_Pago');
  await reload(page);
  await expect(week).toContainText(de.today.weekMet);
  await expect(week).toContainText(de.today.streak(3));
  await set(page, at + 26 * hour);
  await startAndAnswer(page);
  await expect(week).toContainText(de.today.week(1, 3));
  await expect(week).toContainText(de.today.streak(3));
  expect(await answersOnMe(page)).toBe(answers.length + 2);
});
