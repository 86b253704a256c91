export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** A mean and half the width of its 95 % confidence interval (normal approximation). */
export interface Estimate {
  mean: number;
  half: number;
}

/** Of two values or more; NaN for the width of fewer. */
export function estimate(values: readonly number[]): Estimate {
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return { mean: middle, half: 1.96 * Math.sqrt(variance / values.length) };
}

/** Of `a − b`, pair by pair. */
export const difference = (a: readonly number[], b: readonly number[]): Estimate =>
  estimate(a.map((value, i) => value - b[i]!));

/** `better` and `worse` only where the interval leaves zero out. */
export const verdict = ({ mean, half }: Estimate): 'better' | 'worse' | 'alike' =>
  mean - half > 0 ? 'better' : mean + half < 0 ? 'worse' : 'alike';
