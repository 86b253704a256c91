import type { Confidence } from '../../../src/domain/answer';
import type { PrincipleId, ScenarioId } from '../../../src/domain/ids';
import type { Marks } from '../../../src/domain/marks';
import { hash, type Random, seeded } from '../../../src/domain/random';
import { pack } from './bank';
import { factor, logistic, normal } from './chance';
import type { Memory, Model } from './memory';
import type { People } from './people';

export interface Reply {
  marks: Marks;
  confidence: Confidence;
}

/** By guessing alone; and what even the ablest miss. */
const guess = 0.2;
const slip = 0.03;
const chanceOf = (ability: number) => guess + (1 - guess - slip) * logistic(ability);

/** What the memory of a scene's own answer is worth, in logits, and the days over which it fades. */
const scene = { worth: 2, lasting: 25 };

/** One person, made from a seed; the same seed is the same person with the same luck, however practice is chosen. */
export class Learner {
  readonly #seed: number;
  readonly #transfer: number;
  readonly #memories = new Map<PrincipleId, Memory>();
  readonly #easiness = new Map<ScenarioId, number>();
  readonly #seen = new Map<ScenarioId, number>();
  /** Towards the customer, 0 to 1, when in error. */
  readonly #soft: number;
  /** In logits: how much surer than is right. */
  readonly #cocky: number;
  #replies = 0;

  constructor(seed: number, people: People, model: Model) {
    const random = seeded(hash(`learner ${seed}`));
    this.#seed = seed;
    this.#transfer = people.transfer;
    this.#soft = logistic(normal(random, 0.3, 1));
    this.#cocky = normal(random, 0.3, 0.8);
    const own = {
      start: normal(random, people.start, 0.5),
      learning: factor(random, 0.3),
      forgetting: factor(random, 0.25),
    };
    for (const principle of pack.path)
      this.#memories.set(
        principle,
        model.memoryOf({
          start: own.start + normal(random, 0, 0.9 * people.uneven),
          learning: own.learning * people.learning * factor(random, 0.4 * people.uneven),
          forgetting: own.forgetting * people.forgetting * factor(random, 0.4 * people.uneven),
        }),
      );
    for (const { id } of pack.scenarios) this.#easiness.set(id, normal(random, 0, 0.5));
  }

  /** The chance of three points in a scene of the principle that was never met, of average difficulty. */
  readonly chanceOn = (principle: PrincipleId, day: number): number =>
    chanceOf(this.#memories.get(principle)!.abilityOn(day));

  /** Answers a scene and learns from the explanation. */
  reply(id: ScenarioId, principle: PrincipleId, day: number): Reply {
    // One source for each answer: however many numbers it takes, the next one has the same luck in every arm.
    const random = seeded(hash(`${this.#seed} ${this.#replies++}`));
    const memory = this.#memories.get(principle)!;
    const seen = this.#seen.get(id);
    const known = seen === undefined ? 0 : Math.exp(-(day - seen) / scene.lasting);
    const ability = memory.abilityOn(day) + this.#easiness.get(id)! + scene.worth * known;
    const solved = random() < chanceOf(ability);
    const confidence = random() < logistic(ability + this.#cocky) ? 'sure' : 'unsure';
    const marks = solved ? ({ customer: 3, business: 3 } as const) : this.#slipOf(ability, random);
    this.#seen.set(id, day);
    // Whoever knows the scene by heart has less to learn from it about the principle.
    memory.practise(day, this.#transfer * (1 - known / 2), solved);
    return { marks, confidence };
  }

  /** The abler, the nearer to right; too soft or too hard by the person's bent. */
  #slipOf(ability: number, random: Random): Marks {
    const near = random() < 0.6 * logistic(ability);
    const soft = random() < this.#soft;
    if (near) return { customer: soft ? 3 : 2, business: soft ? 2 : 3 };
    if (random() < 0.15) return { customer: 1, business: 1 };
    return soft ? { customer: 3, business: random() < 0.5 ? 0 : 1 } : { customer: random() < 0.5 ? 0 : 1, business: 3 };
  }
}
