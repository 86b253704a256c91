import type { Model } from './memory';

/** Decay of a trace: `least + steep · e^activation` when it is laid down; threshold and noise of activation. */
const decay = { least: 0.177, steep: 0.217 };
const threshold = -0.7;
const noise = 0.35;
/** Between sessions time runs slower than within one (Pavlik & Anderson: by 0.025); seconds a day. */
const secondsADay = 86_400 * 0.025;
/** Of a lesson that is told and not recalled; a trace counts so much for the principle. */
const trace = 0.5;

/** One trace a lesson, each fading by a power of time; the more active the memory was, the sooner the new one fades. */
export const traces: Model = {
  name: 'traces',
  source: 'ACT-R with decay by activation, Pavlik & Anderson 2005',
  memoryOf({ start, learning, forgetting }) {
    const before = Math.exp(threshold + noise * start);
    const laid: { at: number; weight: number; decay: number }[] = [];
    // A lesson of today is half a day old in the evening.
    const age = (day: number, at: number) => Math.max(0.02, day - at) * secondsADay;
    const strengthOn = (day: number) =>
      laid.reduce((sum, { at, weight, decay }) => sum + weight * age(day, at) ** -decay, before);
    return {
      abilityOn: (day) => (Math.log(strengthOn(day)) - threshold) / noise,
      practise(day, weight) {
        const fading = (decay.least + decay.steep * strengthOn(day)) * forgetting;
        laid.push({ at: day, weight: trace * weight * learning, decay: fading });
      },
    };
  },
};
