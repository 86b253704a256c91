import type { Question, Vector } from './guess-features';

function scoreOf({ features, values }: Vector, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < features.length; i++) score += (values[i] as number) * (weights[features[i] as number] as number);
  return score;
}

/** How probable each response is the best one; together 1. */
export function chancesOf(question: Question, weights: Float64Array): number[] {
  const scores = question.responses.map((vector) => scoreOf(vector, weights));
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

const rounds = 60;
const rate = 5;
const momentum = 0.8;
/** Precision of the prior on each weight: what stands in few turns is hardly believed. */
const shrinkage = 0.3;

/** The slope of the logarithm of likelihood and prior at these weights. */
function slope(questions: Question[], weights: Float64Array): Float64Array {
  const found = weights.map((weight) => -weight * shrinkage);
  for (const question of questions)
    chancesOf(question, weights).forEach((chance, index) => {
      const vector = question.responses[index];
      if (vector === undefined) return;
      const { features, values } = vector;
      const error = (index === question.best ? 1 : 0) - chance;
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] as number;
        found[feature] = (found[feature] as number) + error * (values[i] as number);
      }
    });
  return found;
}

/**
 * Logistic regression over the responses of each turn (McFadden's conditional logit), with a Gaussian prior, by gradient
 * ascent with momentum: a fixed number of rounds from zero, so the same bank has the same result.
 */
export function train(questions: Question[], features: number): Float64Array {
  const weights = new Float64Array(features);
  const speed = new Float64Array(features);
  const step = ((1 - momentum) * rate) / Math.max(1, questions.length);
  for (let round = 0; round < rounds; round++) {
    const up = slope(questions, weights);
    for (let i = 0; i < features; i++) {
      speed[i] = momentum * (speed[i] as number) + step * (up[i] as number);
      weights[i] = (weights[i] as number) + (speed[i] as number);
    }
  }
  return weights;
}
