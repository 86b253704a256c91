import type { Page } from 'playwright';
import type { Pack } from '../src/domain/pack.ts';
import { takeCheck } from './check.ts';
import { action, go, goOn, screen, submit, visit } from './pages.ts';

/** Every state of the app that looks like one of its own. */
export type State =
  | 'first visit'
  | 'chosen'
  | 'feedback'
  | 'summary'
  | 'today'
  | 'path'
  | 'library'
  | 'library without a hit'
  | 'explanation covered'
  | 'explanation uncovered'
  | 'charter'
  | 'station'
  | 'welcome'
  | 'licences'
  | 'moment'
  | 'check'
  | 'scene of the check'
  | 'result of the check'
  | 'me'
  | 'delete dialog';

/** Walks through the whole app as a person would, and stops at each of its states. */
export async function walk(page: Page, pack: Pack, look: (state: State) => Promise<void>): Promise<void> {
  await visit(page);
  await page.locator('[data-response]').first().waitFor();
  await look('first visit');
  await page.locator('label:has([data-response])').first().tap();
  await page.locator('[data-submit="sure"]:enabled').waitFor();
  await look('chosen');
  const met = new Set([(await submit(page)).scenario]);
  await action(page, 'next').waitFor();
  await look('feedback');
  while (await goOn(page)) met.add((await submit(page)).scenario);
  await look('summary');
  await action(page, 'finish').tap();
  await screen(page, 'today').waitFor();
  await look('today');
  for (const name of ['path', 'library', 'charter', 'welcome', 'licences', 'moment', 'me'] as const) {
    await go(page, `#/${name}`);
    await screen(page, name).getByRole('heading').first().waitFor();
    await look(name);
  }
  await action(page, 'delete').tap();
  await page.getByRole('dialog').waitFor();
  await look('delete dialog');
  await page.keyboard.press('Escape');
  await go(page, `#/path/${pack.path[0]}`);
  await action(page, 'practise-station').waitFor();
  await look('station');
  const untried = pack.scenarios.find(({ id }) => !met.has(id))!;
  await go(page, `#/library/${untried.id}`);
  await action(page, 'uncover').waitFor();
  await look('explanation covered');
  await action(page, 'uncover').tap();
  await page.locator('[data-explains]').first().waitFor();
  await look('explanation uncovered');

  await go(page, '#/check');
  await action(page, 'start-check').waitFor();
  await look('check');
  await action(page, 'start-check').tap();
  await page.locator('[data-response]').first().waitFor();
  await look('scene of the check');
  await takeCheck(page, pack, 'best', () => false);
  await page.locator('details > summary').first().tap();
  await look('result of the check');
  await go(page, '#/library?q=xyzzy');
  await screen(page, 'library').locator('a[href="#/library"]').waitFor();
  await look('library without a hit');
}
