import type { Question, Vector } from './guess-features';

function scoreOf({ features, values }: Vector, weights: Float64Array): number {
  let score = 0;
  for (let i = 0; i < features.length; i++) score += (values[i] as number) * (weights[features[i] as number] as number);
  return score;
}

/** How probable each response is the best one; together 1. */
export function chancesOf({ responses }: Question, weights: Float64Array): Float64Array {
  const chances = new Float64Array(responses.length);
  let top = -Infinity;
  for (let i = 0; i < responses.length; i++) {
    chances[i] = scoreOf(responses[i] as Vector, weights);
    top = Math.max(top, chances[i] as number);
  }
  let sum = 0;
  for (let i = 0; i < responses.length; i++) sum += chances[i] = Math.exp((chances[i] as number) - top);
  for (let i = 0; i < responses.length; i++) chances[i] = (chances[i] as number) / sum;
  return chances;
}

const rounds = 60;
const rate = 5;
const momentum = 0.8;
/** Precision of the prior on each weight: what stands in few turns is hardly believed. */
const shrinkage = 0.3;

/** The slope of the logarithm of likelihood and prior at these weights. */
function slope(questions: Question[], weights: Float64Array): Float64Array {
  const found = weights.map((weight) => -weight * shrinkage);
  for (const question of questions) {
    const chances = chancesOf(question, weights);
    for (let index = 0; index < chances.length; index++) {
      const { features, values } = question.responses[index] as Vector;
      const error = (index === question.best ? 1 : 0) - (chances[index] as number);
      for (let i = 0; i < features.length; i++) {
        const feature = features[i] as number;
        found[feature] = (found[feature] as number) + error * (values[i] as number);
      }
    }
  }
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
