/** What DevTools tells of a page. */
export interface Told {
  method?: string;
  params?: Record<string, unknown>;
}

interface Thrown {
  text: string;
  exception?: { description?: string };
}

/** Speaks up about what a person would not see: Chromium's own words for a violated policy are no error everywhere. */
export function speakUp(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
  );
}

/** The domains of the protocol that have to be switched on for it. */
export const guarded = ['Runtime.enable', 'Log.enable', 'Network.enable'];

function isForeign(url: string, own: string): boolean {
  const { protocol, origin } = new URL(url);
  return /^(https?|wss?):$/.test(protocol) && origin !== own;
}

/**
 * What nobody should have seen of a page, in words: exceptions and rejections that nobody caught, errors in the console,
 * reports of the policy, requests to anywhere else. What the service worker asks for is not told to a page's session.
 * @param own the origin of the app
 */
export function troubleIn({ method, params = {} }: Told, own: string): string | undefined {
  if (method === 'Runtime.exceptionThrown') {
    const { exception, text } = params['exceptionDetails'] as Thrown;
    return `exception: ${exception?.description ?? text}`;
  }
  if (method === 'Runtime.consoleAPICalled' && /^(error|assert)$/.test(params['type'] as string)) {
    const words = params['args'] as { value?: unknown; description?: string }[];
    return `console: ${words.map(({ value, description }) => description ?? JSON.stringify(value)).join(' ')}`;
  }
  if (method === 'Log.entryAdded') {
    const { level, source, text, url = '' } = params['entry'] as Record<string, string>;
    return level === 'error' ? `${source}: ${text} ${url}` : undefined;
  }
  const asked =
    method === 'Network.requestWillBeSent' ? (params['request'] as { url: string }).url : (params['url'] as string);
  const isRequest = method === 'Network.requestWillBeSent' || method === 'Network.webSocketCreated';
  return isRequest && isForeign(asked, own) ? `request off the origin: ${asked}` : undefined;
}
