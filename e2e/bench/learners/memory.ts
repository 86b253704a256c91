/** What somebody knows of one principle. Days are numbers, not earlier than the last one practised. */
export interface Memory {
  /** How able on a day, in logits: 0 is what solves an average scene in half of the tries, guessing aside. */
  abilityOn(day: number): number;
  /** @param weight how much of a full lesson it was, 0 to 1 */
  practise(day: number, weight: number, solved: boolean): void;
}

/** How one person stands to one principle before any practice, and how they learn and forget it. */
export interface Trait {
  /** In logits; never lost. */
  start: number;
  /** Factors around 1. */
  learning: number;
  forgetting: number;
}

export interface Model {
  name: string;
  source: string;
  memoryOf(trait: Trait): Memory;
}
