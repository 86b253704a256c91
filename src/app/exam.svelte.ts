import { drawCheck } from '../domain/check';
import type { Answer } from '../domain/answer';
import { type Check, notesOf } from '../domain/note';
import { type PracticePorts, makeRound, sceneOf } from './practice.svelte';
import type { Round } from './round.svelte';

/** The final check: one that was begun is gone on with, a new one draws other scenes where there are. */
export class Exam {
  #round = $state.raw<Round>();
  #starting = false;

  constructor(private readonly ports: PracticePorts) {}

  /** The check that is open or just ended. */
  get round(): Round | undefined {
    return this.#round;
  }

  /** A scene of the check is open: nothing may interrupt. */
  get busy(): boolean {
    return !!this.#round && !this.#round.finished && this.ports.router.route.place === 'check';
  }

  /** Every check that was begun with the present charter, the newest first. */
  get checks(): Check[] {
    return notesOf(this.ports.learner.notes, 'check').filter(({ pack }) => pack === this.ports.pack().id);
  }

  /** Those that were gone through to the end, the newest first. */
  get ended(): { check: Check; answers: readonly Answer[] }[] {
    return this.checks.flatMap((check) => {
      const { finished, answers } = makeRound(this.ports, check.scenes, 'check');
      return finished ? [{ check, answers }] : [];
    });
  }

  /** Whether there is one to go on with, and how far it got. */
  get paused(): { answered: number; scenes: number } | undefined {
    const [newest] = this.checks;
    if (!newest) return undefined;
    const round = makeRound(this.ports, newest.scenes, 'check');
    return round.finished ? undefined : { answered: round.index, scenes: newest.scenes.length };
  }

  /** Draws a new one; a second tap on the way there changes nothing. */
  start = async (): Promise<void> => {
    if (this.#starting) return;
    this.#starting = true;
    const { learner, random, pack } = this.ports;
    const used = new Set(this.checks.flatMap(({ scenes }) => scenes.map(({ scenario }) => scenario)));
    const scenes = drawCheck(pack(), used, random).map(({ id }) => sceneOf(this.ports, id));
    const kept = await learner.notes.add({ kind: 'check', pack: pack().id, scenes });
    this.#starting = false;
    // Without the note it could neither be gone on with nor be shown later.
    if (kept) this.#round = makeRound(this.ports, scenes, 'check');
  };

  resume = (): void => {
    const [newest] = this.checks;
    if (newest) this.#round = makeRound(this.ports, newest.scenes, 'check');
  };

  leave = (): void => {
    this.#round = undefined;
  };
}
