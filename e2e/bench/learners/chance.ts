import type { Random } from '../../../src/domain/random';

/** A normal deviate (Box and Muller); takes two numbers from the source. */
export const normal = (random: Random, mean = 0, deviation = 1): number =>
  mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A factor around 1: half of them above, by `deviation` on the scale of logarithms. */
export const factor = (random: Random, deviation: number): number => Math.exp(normal(random, 0, deviation));

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
