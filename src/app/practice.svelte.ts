import type { Answer } from '../domain/answer';
import { attemptId } from '../domain/attempt';
import { dayOf } from '../domain/day';
import { drawRound, roundLength } from '../domain/draw';
import type { OpenRound } from '../domain/facts';
import type { AnswerId, ScenarioId } from '../domain/ids';
import type { Pack, Scenario } from '../domain/pack';
import { trailOf } from '../domain/progress';
import type { Random } from '../domain/random';
import type { Learner } from './learner.svelte';
import { Round } from './round.svelte';
import type { Router } from './router.svelte';

export interface PracticePorts {
  pack: () => Pack;
  learner: Learner;
  router: Router;
  now: () => number;
  random: Random;
  newId: () => AnswerId;
}

/** A scenario with an attempt of its own. @param seed decides the order of its responses */
export const sceneOf = (
  ports: Pick<PracticePorts, 'newId' | 'random'>,
  scenario: ScenarioId,
  seed = Math.floor(ports.random() * 2 ** 32),
): OpenRound['scenes'][number] => ({ scenario, attempt: attemptId(ports.newId(), seed) });

export function makeRound(
  { pack, learner, now, newId }: PracticePorts,
  scenes: OpenRound['scenes'],
  where: Answer['where'],
  onAnswer: () => void = () => {},
): Round {
  return new Round(
    { pack: pack().id, scenes },
    {
      where,
      pack,
      now,
      newId,
      record: async (answer) => {
        onAnswer();
        await learner.record(answer);
      },
      trailOf: ({ scenario, attempt }) => trailOf(learner.progress, scenario, attempt),
    },
  );
}

/** The rounds of practice: what is open, what is gone on with, what is drawn next. */
export class Practice {
  #round = $state.raw<Round>();
  /** The address that the round was opened by. */
  #hash = '';
  #welcome = $state(false);

  constructor(private readonly ports: PracticePorts) {}

  get round(): Round | undefined {
    return this.#round;
  }
  /** A first visit: nobody has been here before, and the first scene is there at once. */
  get welcome(): boolean {
    return this.#welcome;
  }
  /** How many scenes the round has; the first one is still filled up while it runs. */
  get length(): number {
    return Math.max(this.#welcome ? roundLength : 0, this.#round?.plan.scenes.length ?? 0);
  }
  /** A scene is open: nothing may interrupt. */
  get busy(): boolean {
    return !!this.#round && !this.#round.finished && (this.#welcome || this.ports.router.route.place === 'practice');
  }

  #begin(scenes: OpenRound['scenes']): void {
    this.#round = makeRound(this.ports, scenes, 'practice', this.#keep);
  }

  #keep = (): void => {
    const { learner } = this.ports;
    const plan = this.#round?.plan;
    if (plan && learner.round !== plan) void learner.keepRound(plan);
  };

  #draw(from: readonly Scenario[], taken: readonly Scenario[]): OpenRound['scenes'] {
    const more = drawRound(from, this.ports.learner.progress, this.ports.random, taken);
    return more.map((id) => sceneOf(this.ports, id));
  }

  /** The first scene of a first visit; its responses stand in the order of the delivered page (seed 0). */
  startFirst(): void {
    this.#welcome = true;
    this.#begin([sceneOf(this.ports, this.ports.pack().first, 0)]);
  }

  /** Fills the first round up, once the whole pack is there. */
  completeFirst(): void {
    const { scenarios, first } = this.ports.pack();
    this.#round?.extend(
      this.#draw(
        scenarios,
        scenarios.filter(({ id }) => id === first),
      ),
    );
    // Who was quicker than the pack can go on with the whole round, too.
    if (this.#round?.begun) this.#keep();
  }

  /** There are answers, so it was no first visit. Who has begun with the first scene is left in peace. */
  endFirst(): void {
    if (this.#welcome && !this.#round?.begun && !this.#round?.choice) this.leave();
  }

  /** What is due today first, filled up with what is new or was seen longest ago. No round where there is no scene. */
  start = (from: readonly Scenario[] = this.ports.pack().scenarios): void => {
    const due = this.ports.learner.due(dayOf(this.ports.now())).map(({ scenario }) => scenario);
    const taken = due.filter((scenario) => from.includes(scenario)).slice(0, roundLength);
    const scenes = [...taken.map(({ id }) => sceneOf(this.ports, id)), ...this.#draw(from, taken)];
    if (scenes.length) this.#begin(scenes);
    else this.#round = undefined;
  };

  /** Goes on with the round that was left, or draws a new one. */
  #resumeOrStart(): void {
    const { round } = this.ports.learner;
    if (round?.pack === this.ports.pack().id) {
      this.#begin(round.scenes);
      if (!this.#round?.finished) return;
    }
    this.start();
  }

  /** The round that the address asks for; the one that is open, if it was asked for by the same address. */
  open(): void {
    const { hash, route } = this.ports.router;
    const [principle, scene] = [route.query.get('principle'), route.query.get('scene')];
    const asked = this.#welcome ? !principle && !scene : this.#hash === hash;
    // Whoever comes back after the end of a round wants another one.
    const isOpen = asked && !!this.#round && !this.#round.finished;
    if (route.place !== 'practice' || isOpen) return;
    const { scenarios } = this.ports.pack();
    this.#hash = hash;
    this.#welcome = false;
    if (scene) this.start(scenarios.filter(({ id }) => id === scene));
    else if (principle) this.start(scenarios.filter(({ principles }) => principles[0] === principle));
    else this.#resumeOrStart();
  }

  /** Leaves the round; what was begun can be gone on with. */
  leave = (): void => {
    if (this.#round?.finished) void this.ports.learner.keepRound(null);
    this.#round = undefined;
    this.#welcome = false;
  };
}
