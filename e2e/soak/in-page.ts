import type { Answer } from '../../src/domain/answer.ts';

/* What runs in the pages of the app. Everything that a function needs stands in it: only its text gets there. */

declare global {
  interface Window {
    say(json: string): void;
    /** Submits what was chosen, so many milliseconds from now. */
    go(ms: number): void;
  }
}

/** Answers whatever scene is open, as fast as the screens allow, and says when it submits and when an answer is saved. */
export function answerOnAndOn({ seed }: { seed: number }): void {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  let waiting: object | undefined;
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
  function look(): void {
    const feedback = find('[data-feedback]');
    if (feedback && waiting && feedback.dataset['saved'] === 'true') {
      window.say(JSON.stringify({ what: 'saved', ...waiting }));
      waiting = undefined;
    }
    // The way on may come after the explanation.
    if (feedback && !waiting) find('[data-action="next"]')?.click();
    if (feedback || waiting) return;
    find('[data-action="another"]')?.click();
    const responses = [...document.querySelectorAll<HTMLInputElement>('[data-response]')];
    const chosen = responses.find(({ checked }) => checked);
    if (!chosen) return responses[Math.floor(random() * responses.length)]?.click();
    const confidence = random() < 0.5 ? 'sure' : 'unsure';
    const submit = find<HTMLButtonElement>(`[data-submit="${confidence}"]`);
    const scene = find('[data-scenario]');
    if (!submit || submit.disabled || !scene) return;
    const { scenario, turn } = scene.dataset;
    waiting = { scenario, turn, response: chosen.dataset['response'], confidence };
    window.say(JSON.stringify({ what: 'submitted', ...waiting }));
    submit.click();
  }
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-saved', 'disabled'],
  });
  setInterval(look, 25);
}

/** Chooses in whatever scene is open and says that it is ready; submits by `go`, and says when the answer is saved. */
export function answerWhenTold({ seed }: { seed: number }): void {
  let state = seed;
  let waiting: object | undefined;
  let ready = false;
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
  const submit = () => find<HTMLButtonElement>('[data-submit="sure"]');
  function look(): void {
    const feedback = find('[data-feedback]');
    if (feedback && waiting && feedback.dataset['saved'] === 'true') {
      window.say(JSON.stringify({ what: 'saved', ...waiting }));
      waiting = undefined;
    }
    if (feedback && !waiting) find('[data-action="next"]')?.click();
    if (feedback || waiting || ready) return;
    find('[data-action="another"]')?.click();
    const responses = [...document.querySelectorAll<HTMLInputElement>('[data-response]')];
    if (!responses.some(({ checked }) => checked)) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return responses[Math.floor((state / 2 ** 32) * responses.length)]?.click();
    }
    if (!submit() || submit()!.disabled) return;
    ready = true;
    window.say(JSON.stringify({ what: 'ready' }));
  }
  window.go = (ms) => {
    const at = performance.now() + ms;
    while (performance.now() < at);
    const { scenario, turn } = find('[data-scenario]')!.dataset;
    const response = find<HTMLInputElement>('[data-response]:checked')!.dataset['response'];
    ready = false;
    waiting = { scenario, turn, response, confidence: 'sure' };
    submit()!.click();
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-saved', 'disabled'],
  });
  setInterval(look, 25);
}

/** What lies in the database, and what the app says of it. */
export interface Found {
  /** The answers on Me. */
  shown: number;
  /** In the database. */
  count: number;
  /** All of them, in the order of their ids. */
  answers: Answer[];
  /** As JSON, maps as lists of their entries; empty where there is none. */
  snapshot: string;
}

/**
 * Waits for Me and reads what is stored behind it.
 * @param expected Me is waited for until it shows that many answers
 * @param tailLimit the page has just started and so, with more answers than that, writes a snapshot, for which nobody
 *   waits but this
 */
export async function inspect({ expected, tailLimit }: { expected?: number; tailLimit?: number }): Promise<Found> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no answer'));
    });
  const deadline = Date.now() + 20_000;
  const shown = () => {
    const text = document.querySelector('[data-count="answers"]')?.textContent;
    return text ? Number(text.replace(/\D/g, '')) : undefined;
  };
  while (shown() === undefined || (expected !== undefined && shown() !== expected)) {
    if (Date.now() > deadline && shown() !== undefined) break;
    if (Date.now() > deadline) throw new Error(`Me does not open: ${document.body.innerText.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const database = await asked(indexedDB.open('leitstern'));
  const read = () => {
    const transaction = database.transaction(['answers', 'settings']);
    const [answers, settings] = [transaction.objectStore('answers'), transaction.objectStore('settings')];
    return Promise.all([
      asked(answers.count()),
      asked(answers.getAll() as IDBRequest<Answer[]>),
      asked(settings.get('snapshot') as IDBRequest<object | undefined>),
    ]);
  };
  let [count, answers, snapshot] = await read();
  const patience = Date.now() + 3000;
  while (tailLimit !== undefined && count > tailLimit && !snapshot && Date.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    [count, answers, snapshot] = await read();
  }
  database.close();
  const plain = (_: string, value: unknown) => (value instanceof Map ? [...(value as Map<unknown, unknown>)] : value);
  return { shown: shown()!, count, answers, snapshot: snapshot ? JSON.stringify(snapshot, plain) : '' };
}
