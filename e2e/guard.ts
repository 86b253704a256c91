import type { BrowserContext } from 'playwright';

/** Speaks up in the page about what a person would not see. Chromium's own words for it differ by version. */
const listen = `
  addEventListener('securitypolicyviolation', (event) =>
    console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI));
  addEventListener('unhandledrejection', (event) => console.error('unhandled rejection: ' + event.reason));
`;

/**
 * Watches everything that a browser does during a test. What it noticed fails the test at its end: errors in the console
 * or of a page, unhandled rejections, reports of the content security policy, and requests to anywhere else.
 */
export class Guard {
  readonly #problems: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(private readonly origin: string) {}

  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#problems.push(`console: ${message.text()} ${message.location().url}`);
    });
    context.on('weberror', (error) => this.#problems.push(`page: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && origin !== this.origin)
        this.#problems.push(`request off the origin: ${request.url()}`);
    });
    await context.addInitScript(listen);
  }

  /** For a test that provokes it. */
  allow(problem: RegExp): void {
    this.#allowed.push(problem);
  }

  get problems(): string[] {
    return this.#problems.filter((problem) => !this.#allowed.some((allowed) => allowed.test(problem)));
  }
}
