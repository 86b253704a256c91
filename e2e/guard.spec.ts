/** Proves that the guard of all other tests notices what it is there for. */
import { expect, test } from './fixtures.ts';
import { visit } from './pages.ts';

const incidents: Record<string, [() => void, RegExp]> = {
  'an error in the console': [() => console.error('smoke'), /^console: smoke/],
  'an error that nobody catches': [
    () =>
      setTimeout(() => {
        throw new Error('smoke');
      }),
    /^page: Error: smoke/,
  ],
  'a rejection that nobody handles': [
    () => void Promise.reject(new Error('smoke')),
    /unhandled rejection: Error: smoke/,
  ],
  'a style that the policy forbids': [
    () => document.body.setAttribute('style', 'color: red'),
    /policy violated: style-src/,
  ],
};

for (const [what, [happens, pattern]] of Object.entries(incidents)) {
  test(`${what} is noticed`, async ({ page, guard }) => {
    await visit(page);
    await page.evaluate(happens);
    await expect.poll(() => guard.problems).toContainEqual(expect.stringMatching(pattern));
    guard.allow(/./);
  });
}

test.describe(() => {
  test.use({ bypassCSP: true });

  test('a request to anywhere else is noticed', async ({ page, guard }) => {
    await visit(page);
    await page.evaluate(() => fetch('http://127.0.0.2:9/').catch(() => undefined));
    await expect.poll(() => guard.problems).toContainEqual('request off the origin: http://127.0.0.2:9/');
    guard.allow(/./);
  });
});
