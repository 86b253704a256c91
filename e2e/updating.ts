import type { Page } from 'playwright';
import { answer, go, notice, offlineReady, reload, screen, visit } from './pages.ts';

/** The browser looks for a new version when a person comes back to the page. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
}

/** Somebody whose browser keeps the app, with one answer, on Today. */
export async function startInstalled(page: Page): Promise<void> {
  await visit(page);
  await answer(page);
  await offlineReady(page);
  await reload(page);
  await screen(page, 'today').waitFor();
}

export const deploy = (host: { serve(root: string): void }) => host.serve(process.env['LEITSTERN_NEXT']!);

export async function versionOnMe(page: Page): Promise<string | undefined> {
  await go(page, '#/me');
  const text =
    (await screen(page, 'me')
      .getByText(/^Leitstern \d/)
      .textContent()) ?? '';
  return text.split(' ')[1];
}

/** Taps on the notice of the new version, which loads the page again. */
export const takeUpdate = (page: Page) =>
  Promise.all([page.waitForEvent('load'), notice(page, 'update').getByRole('button').first().tap()]);
