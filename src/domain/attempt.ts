import type { Answer } from './answer';
import type { AttemptId } from './ids';
import type { Response, Scenario, Turn } from './pack';
import { hash, seeded, shuffled } from './random';

/** @param seed a whole number, at least 0; decides the order of the responses */
export const attemptId = (id: string, seed: number): AttemptId => `${id}.${seed.toString(36)}`;

const seedOf = (attempt: AttemptId): number => parseInt(attempt.slice(attempt.lastIndexOf('.') + 1), 36) || 0;

/** The responses of a turn in the order of this attempt: the same whenever it is taken up again. */
export const orderOf = (attempt: AttemptId, turn: Turn): Response[] =>
  shuffled(turn.responses, seeded(seedOf(attempt) ^ hash(turn.id)));

export const turnOf = (scenario: Scenario, id: string | undefined): Turn | undefined =>
  scenario.turns.find((turn) => turn.id === id);

export const responseOf = (turn: Turn | undefined, id: string): Response | undefined =>
  turn?.responses.find((response) => response.id === id);

/**
 * The turn at which an attempt stands after its answers so far, or `undefined` when it has ended. An answer that the
 * scenario no longer knows (a later edition) ends the attempt.
 */
export function currentTurn(scenario: Scenario, trail: readonly Answer[]): Turn | undefined {
  const last = trail.at(-1);
  if (!last) return scenario.turns[0];
  return turnOf(scenario, responseOf(turnOf(scenario, last.turn), last.response)?.next);
}

/** The most turns that can still follow `turn`, itself included. */
export function turnsLeft(scenario: Scenario, turn: Turn): number {
  const nexts = turn.responses.flatMap((response) => turnOf(scenario, response.next) ?? []);
  return 1 + Math.max(0, ...nexts.map((next) => turnsLeft(scenario, next)));
}
