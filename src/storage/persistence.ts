import { within } from './within';

export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

async function asked(method: 'persisted' | 'persist', limit: number): Promise<Persistence> {
  try {
    return (await within(navigator.storage[method](), limit)) ? 'kept' : 'may-be-cleared';
  } catch {
    return 'unknown';
  }
}

/** Whether the browser has promised to keep what is stored. */
export const readPersistence = (): Promise<Persistence> => asked('persisted', 3000);

/**
 * Asks for that promise. Chrome and Safari decide silently; Firefox asks the person, hence from a user's gesture only
 * and with time to answer.
 */
export const askPersistence = (): Promise<Persistence> => asked('persist', 60_000);
