import type { Answer } from '../../src/domain/answer.ts';
import type { Pack } from '../../src/domain/pack.ts';
import type { Found } from './in-page.ts';
import { type Given, overwritten, settle, turnOf } from './ledger.ts';
import { contradictions, isTorn } from './recount.ts';

/** What one look has found since the one before. */
export interface Look {
  acknowledged: number;
  lost: number;
  doubled: number;
  torn: number;
  broken: number;
  /** How many snapshots were held against a recount. */
  recounted: number;
  /** In words; empty where all is well. */
  problems: string[];
}

/** What one profile was given and was seen to hold, from look to look. */
export class Book {
  readonly #all = new Map<string, Answer>();
  readonly #turns = new Set<string>();
  #given: Given[] = [];

  constructor(private readonly pack: Pack) {}

  submitted({ scenario, turn, response, confidence }: Omit<Given, 'saved'>): void {
    this.#given.push({ scenario, turn, response, confidence, saved: false });
  }

  /** The last one that was submitted. */
  saved(): void {
    this.#given.at(-1)!.saved = true;
  }

  /**
   * Holds all that is stored against what was given since the last look, and against what was there then.
   * @param deadSince when the browser was killed, as for `settle`
   */
  async hold(found: Found, deadSince?: number): Promise<Look> {
    const before = [...this.#all.values()];
    const ids = new Set(found.answers.map(({ id }) => id));
    const stored = found.answers.filter(({ id }) => !this.#all.has(id));
    const gone = before.filter(({ id }) => !ids.has(id));
    const changed = overwritten(before, found.answers);
    const { acknowledged, lost, doubled, invented } = settle(this.#given, stored, this.#turns, deadSince);
    for (const answer of stored) {
      this.#all.set(answer.id, answer);
      this.#turns.add(turnOf(answer));
    }
    this.#given = [];
    const torn = stored.filter((answer) => isTorn(answer, this.pack));
    const { said, recounted } = await contradictions(found, [...this.#all.values()], this.pack);
    const named = (what: string, all: readonly object[]) => all.map((each) => `${what}: ${JSON.stringify(each)}`);
    return {
      acknowledged,
      lost: lost.length + gone.length,
      doubled: doubled.length + invented.length,
      torn: torn.length + changed.length + said.length,
      broken: 0,
      recounted,
      problems: [
        ...named('lost', lost),
        ...named('lost later', gone),
        ...named('doubled', doubled),
        ...named('from nowhere', invented),
        ...named('torn', torn),
        ...named('overwritten', changed),
        ...said,
      ],
    };
  }
}
