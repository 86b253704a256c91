import type { Question, Vector } from './guess-features';

export const scoreOf = (vector: Vector, weights: Float64Array): number =>
  vector.reduce((sum, [feature, value]) => sum + value * (weights[feature] ?? 0), 0);

/** Probabilities that add up to 1. */
export function chancesOf(question: Question, weights: Float64Array): number[] {
  const scores = question.responses.map((vector) => scoreOf(vector, weights));
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const sum = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / sum);
}

const rounds = 120;
const rate = 0.5;
const momentum = 0.9;
/** Precision of the prior on each weight: what stands in few turns is hardly believed. */
const shrinkage = 0.3;

/**
 * Logistic regression over the responses of each turn (McFadden's conditional logit), with a Gaussian prior, by gradient
 * descent with momentum: a fixed number of rounds from zero, so the same bank has the same result.
 */
export function train(questions: Question[], features: number): Float64Array {
  const weights = new Float64Array(features);
  const speed = new Float64Array(features);
  const gradient = new Float64Array(features);
  const scale = 1 / Math.max(1, questions.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < features; i++) gradient[i] = -(weights[i] ?? 0) * shrinkage;
    for (const question of questions)
      chancesOf(question, weights).forEach((chance, index) => {
        const error = (index === question.best ? 1 : 0) - chance;
        for (const [feature, value] of question.responses[index] ?? [])
          gradient[feature] = (gradient[feature] ?? 0) + error * value;
      });
    for (let i = 0; i < features; i++) {
      speed[i] = momentum * (speed[i] ?? 0) + (1 - momentum) * rate * 10 * scale * (gradient[i] ?? 0);
      weights[i] = (weights[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return weights;
}
