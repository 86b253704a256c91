import type { Answer, Confidence } from '../domain/answer';
import { currentTurn, orderOf, responseOf, turnOf, turnsLeft } from '../domain/attempt';
import { dayOf } from '../domain/day';
import type { OpenRound } from '../domain/facts';
import type { AnswerId, ResponseId, TurnId } from '../domain/ids';
import type { Pack, Response, Scenario, Turn } from '../domain/pack';

export interface RoundPorts {
  where: Answer['where'];
  /** The pack in the language of the moment. */
  pack: () => Pack;
  now: () => number;
  newId: () => AnswerId;
  /** Fulfilled once the answer is on disk. */
  record: (answer: Answer) => Promise<void>;
  /** The answers that this attempt has already. */
  trailOf: (scene: OpenRound['scenes'][number]) => readonly Answer[];
}

/**
 * One round through some scenes. It holds ids only, so that the language can change in the middle of a scene; where it
 * stands is taken from the answers given so far.
 */
export class Round {
  #plan = $state.raw() as OpenRound;
  #answers = $state.raw<readonly Answer[]>([]);
  #index = $state(0);
  #turn = $state<TurnId>();
  #given = $state.raw<Answer>();
  #saved = $state<AnswerId>();
  /** The response picked in the form, not yet submitted. */
  choice = $state<ResponseId>();

  constructor(
    plan: OpenRound,
    private readonly ports: RoundPorts,
  ) {
    this.#plan = plan;
    this.#answers = plan.scenes.flatMap((scene) => ports.trailOf(scene));
    this.#enter(0);
  }

  get plan(): OpenRound {
    return this.#plan;
  }
  get index(): number {
    return this.#index;
  }
  get answers(): readonly Answer[] {
    return this.#answers;
  }
  /** No scene is left: time for the summary. */
  get finished(): boolean {
    return this.#index >= this.#plan.scenes.length;
  }
  get begun(): boolean {
    return this.#answers.length > 0;
  }
  get scenario(): Scenario | undefined {
    const id = this.#plan.scenes[this.#index]?.scenario;
    return this.ports.pack().scenarios.find((scenario) => scenario.id === id);
  }
  get turn(): Turn | undefined {
    return this.scenario && turnOf(this.scenario, this.#turn);
  }
  /** In the order of this attempt. */
  get responses(): Response[] {
    const scene = this.#plan.scenes[this.#index];
    return scene && this.turn ? orderOf(scene.attempt, this.turn) : [];
  }
  /** The answers of the scene's earlier turns. */
  get trail(): readonly Answer[] {
    const attempt = this.#plan.scenes[this.#index]?.attempt;
    return this.#answers.filter((answer) => answer.attempt === attempt && answer !== this.#given);
  }
  /** How many turns the scene has at most from here on, this one included. */
  get turnsLeft(): number {
    return this.scenario && this.turn ? turnsLeft(this.scenario, this.turn) : 0;
  }
  /** The answer to this turn, once it was given. */
  get given(): Answer | undefined {
    return this.#given;
  }
  get response(): Response | undefined {
    return this.#given && responseOf(this.turn, this.#given.response);
  }
  /** The response that is picked or given. */
  get picked(): Response | undefined {
    return this.response ?? (this.choice && responseOf(this.turn, this.choice));
  }
  /** The answer is on disk. */
  get saved(): boolean {
    return !!this.#given && this.#saved === this.#given.id;
  }
  /** The response given leads to another turn of the same scene. */
  get goesOn(): boolean {
    return !!this.response?.next;
  }

  /** Adds scenes at the end; for the first visit, which starts before the whole pack is there. */
  extend(scenes: OpenRound['scenes']): void {
    const { finished } = this;
    this.#plan = { ...this.#plan, scenes: [...this.#plan.scenes, ...scenes] };
    if (finished) this.#enter(this.#index);
  }

  submit = (confidence: Confidence): void => {
    const { scenario, turn } = this;
    const scene = this.#plan.scenes[this.#index];
    const response = this.choice && responseOf(turn, this.choice);
    if (!scene || !scenario || !turn || !response || this.#given) return;
    const at = this.ports.now();
    const answer: Answer = {
      id: this.ports.newId(),
      attempt: scene.attempt,
      pack: this.#plan.pack,
      scenario: scenario.id,
      version: scenario.version,
      turn: turn.id,
      response: response.id,
      marks: { customer: response.marks.customer, business: response.marks.business },
      confidence,
      at,
      day: dayOf(at),
      where: this.ports.where,
    };
    this.#given = answer;
    this.#answers = [...this.#answers, answer];
    void this.ports.record(answer).then(() => (this.#saved = answer.id));
  };

  /** From the explanation to the next turn, scene, or the summary. */
  next = (): void => {
    if (!this.#given) return;
    const next = this.scenario && this.turn && this.response?.next;
    if (next) this.#show(next);
    else this.#enter(this.#index + 1);
  };

  #show(turn: TurnId | undefined): void {
    this.#turn = turn;
    this.#given = undefined;
    this.choice = undefined;
  }

  /** Goes to the first unfinished scene from `index` on. A scene that the pack no longer has counts as finished. */
  #enter(index: number): void {
    const { scenes } = this.#plan;
    for (; index < scenes.length; index++) {
      const scene = scenes[index]!;
      const scenario = this.ports.pack().scenarios.find(({ id }) => id === scene.scenario);
      const turn =
        scenario &&
        currentTurn(
          scenario,
          this.#answers.filter((answer) => answer.attempt === scene.attempt),
        );
      if (!turn) continue;
      this.#index = index;
      return this.#show(turn.id);
    }
    this.#index = scenes.length;
    this.#show(undefined);
  }
}
