import type { Model } from './memory';

/** Days over which the traces fade, each five times slower than the one before; their weights. */
const lasting = [0.4, 2, 10, 50, 250];
const weights = lasting.map((_, i) => 0.85 ** i);
/** Logits between nothing and everything learnt. */
const range = 5;
const rate = 0.35;

/** Share of everything that the traces up to each time scale hold together. */
function levels(held: readonly number[]): number[] {
  let [sum, weight] = [0, 0];
  return held.map((value, i) => {
    sum += weights[i]! * value;
    weight += weights[i]!;
    return sum / weight;
  });
}

/** Traces on many time scales; a slower one learns only what the faster ones together no longer hold. */
export const scales: Model = {
  name: 'many scales',
  source: 'multiscale context model, after Mozer et al. 2009',
  memoryOf({ start, learning, forgetting }) {
    let held = lasting.map(() => 0);
    let last = 0;
    const fade = (day: number) => held.map((value, i) => value * Math.exp((-(day - last) * forgetting) / lasting[i]!));
    return {
      abilityOn: (day) => start + range * levels(fade(day)).at(-1)!,
      practise(day, weight, solved) {
        held = fade(day);
        last = day;
        const lesson = Math.min(1, rate * weight * learning * (solved ? 1.3 : 1));
        const missing = levels(held).map((level) => 1 - level);
        held = held.map((value, i) => value + lesson * missing[i]!);
      },
    };
  },
};
