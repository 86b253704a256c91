import type { Chromium } from './chromium.ts';
import { guarded, speakUp, troubleIn } from './page-guard.ts';

/** What a page says through the binding `say`. */
export type Said = { what: string; [field: string]: unknown };

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { exception?: { description?: string }; text: string };
}

/** A function and its argument as a script; what compiles this file wraps functions in `__name`. */
const called = (script: unknown, arg: unknown): string =>
  `var __name = (f) => f; (${String(script)})(${JSON.stringify(arg)})`;

/** A page of a browser. */
export class Tab {
  private constructor(
    private readonly browser: Chromium,
    readonly session: string,
  ) {}

  /**
   * @param url of the app
   * @param onTrouble hears, in words, what nobody should have seen
   * @param onSaid hears what the page tells by `say(JSON)`
   */
  static async open(
    browser: Chromium,
    url: string,
    onTrouble: (trouble: string) => void,
    onSaid: (said: Said) => void = () => {},
  ): Promise<Tab> {
    // In a window of its own: what is behind another one gets no frames.
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
    });
    const { sessionId } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab = new Tab(browser, sessionId);
    const { origin } = new URL(url);
    browser.listen(({ sessionId: from, ...told }) => {
      if (from !== sessionId) return;
      if (told.method === 'Runtime.bindingCalled') onSaid(JSON.parse(told.params!['payload'] as string) as Said);
      const trouble = troubleIn(told, origin);
      if (trouble) onTrouble(trouble);
    });
    await Promise.all([
      ...guarded.map((domain) => tab.send(domain)),
      tab.send('Page.enable'),
      tab.send('Runtime.addBinding', { name: 'say' }),
      tab.before(speakUp, undefined),
    ]);
    return tab;
  }

  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.browser.send<T>(method, params, this.session);
  }

  /** Runs a function in every page that is loaded from now on, before its scripts. */
  async before<Arg>(script: (arg: Arg) => void, arg: Arg): Promise<void> {
    await this.send('Page.addScriptToEvaluateOnNewDocument', {
      source: called(script, arg),
    });
  }

  async goTo(url: string): Promise<void> {
    await this.send('Page.navigate', { url });
  }

  /** @throws what the function throws in the page */
  async run<Arg, T>(script: (arg: Arg) => T | Promise<T>, arg: Arg): Promise<T> {
    const { result, exceptionDetails } = await this.send<Evaluated>('Runtime.evaluate', {
      expression: called(script, arg),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
