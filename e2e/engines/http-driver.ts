import { commands, type Send, WebDriverError } from './webdriver.ts';

interface Answer {
  value: unknown;
}

const isError = (value: unknown): value is { error: string; message: string } =>
  typeof value === 'object' && value !== null && 'error' in value && 'message' in value;

async function call(method: 'POST' | 'DELETE', url: string, params?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(params && { body: JSON.stringify(params) }) });
  const { value } = (await response.json()) as Answer;
  if (isError(value)) throw new WebDriverError(value.error, value.message);
  return value;
}

/**
 * A session with a driver that speaks WebDriver over HTTP.
 * @param driver its address
 * @throws {WebDriverError} where the driver cannot start its browser
 */
export async function openSession(driver: string, alwaysMatch: object): Promise<{ send: Send; end(): Promise<void> }> {
  const { sessionId } = (await call('POST', `${driver}/session`, { capabilities: { alwaysMatch } })) as {
    sessionId: string;
  };
  const session = `${driver}/session/${sessionId}`;
  return {
    send: (command, { id, ...params }) =>
      call('POST', `${session}/${commands[command].replace('{id}', String(id))}`, params),
    end: async () => void (await call('DELETE', session)),
  };
}
