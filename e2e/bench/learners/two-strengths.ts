import type { Model } from './memory';

/** Logits; days. */
const most = { fast: 1.6, slow: 3.2 };
const lasting = { fast: 5, slow: 120 };
/** Share of the room left that a full lesson fills. */
const gain = { fast: 0.7, slow: 0.3 };

/**
 * A fast and a slow strength, each fading exponentially. A lesson adds the less to the slow one the more the fast one
 * holds still: what comes to mind easily is hardly learnt.
 */
export const twoStrengths: Model = {
  name: 'two strengths',
  source: 'storage and retrieval strength, after Bjork & Bjork 1992',
  memoryOf({ start, learning, forgetting }) {
    let [fast, slow, last] = [0, 0, 0];
    const left = (day: number, days: number) => Math.exp((-(day - last) * forgetting) / days);
    const fade = (day: number) => [fast * left(day, lasting.fast), slow * left(day, lasting.slow)] as const;
    return {
      abilityOn: (day) => start + fade(day).reduce((a, b) => a + b),
      practise(day, weight, solved) {
        [fast, slow] = fade(day);
        last = day;
        const room = 1 - fast / most.fast;
        const lesson = Math.min(1, weight * learning * (solved ? 1 : 0.8));
        slow += gain.slow * lesson * room * (most.slow - slow);
        fast += gain.fast * lesson * (most.fast - fast);
      },
    };
  },
};
