/**
 * The commands of WebDriver (w3.org/TR/webdriver2) that are used here, by the names that Firefox has for them, with
 * their addresses.
 */
export const commands = {
  Navigate: 'url',
  Refresh: 'refresh',
  ExecuteScript: 'execute/sync',
  FindElement: 'element',
  ElementClick: 'element/{id}/click',
  ElementSendKeys: 'element/{id}/value',
} as const;

export type Command = keyof typeof commands;

/** @throws {WebDriverError} */
export type Send = (command: Command, params: Record<string, unknown>) => Promise<unknown>;

/** The browser's no, with one of the words that the standard has for it. */
export class WebDriverError extends Error {
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(`${kind}: ${message}`);
  }
}

/** The name under which an element's id stands in answers. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export async function findElement(send: Send, selector: string): Promise<string> {
  const found = (await send('FindElement', { using: 'css selector', value: selector })) as Record<string, string>;
  return found[elementKey]!;
}
