import type { Answer } from '../domain/answer';
import type { AnswerId } from '../domain/ids';
import type { Store } from './store';

/** The ids after one and up to another; `undefined` is the beginning and the end of all. */
interface Stretch {
  after: AnswerId | undefined;
  upTo: AnswerId | undefined;
  /** What each of the stores holds in it. */
  ids: AnswerId[][];
}

/** Answers that are read at once at most: few enough for a slow phone to go on answering to taps. */
const length = 2000;

/** Goes through what stores hold after an id by stretches in each of which none of them holds more than a few answers. */
export async function* stretches(
  stores: readonly Store[],
  after?: AnswerId,
  most = length,
): AsyncGenerator<Stretch, void, void> {
  for (let from = after; ;) {
    const held = await Promise.all(stores.map((store) => store.ids(from, most)));
    // Beyond the last one of a list that is full nothing is known.
    const [upTo] = held.flatMap((ids) => (ids.length < most ? [] : ids.slice(-1))).sort();
    yield { after: from, upTo, ids: held.map((ids) => ids.filter((id) => upTo === undefined || id <= upTo)) };
    if (upTo === undefined) return;
    from = upTo;
  }
}

/**
 * All answers after one, in order, some at a time where there are many.
 * @param count how many there are, as far as that is known
 */
export async function* answersAfter(
  store: Store,
  after?: AnswerId,
  count = Infinity,
): AsyncGenerator<Answer[], void, void> {
  if (count <= length) yield await store.answers(after);
  else for await (const stretch of stretches([store], after)) yield await store.answers(stretch.after, stretch.upTo);
}
