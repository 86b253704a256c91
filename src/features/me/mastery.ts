import type { Day } from '../../domain/ids';
import type { Pack, Principle } from '../../domain/pack';
import { isDue, masteryOf, type MasteryBand, type Skills } from '../../domain/skills';

export interface MasteryRow {
  principle: Principle;
  band: MasteryBand;
  answers: number;
  /** The next day on which it is due; `now` today or earlier. */
  due: Day | 'now' | undefined;
}

export const masteryRows = (pack: Pack, skills: Skills, today: Day): MasteryRow[] =>
  pack.charter.map((principle) => {
    const card = skills.get(principle.id);
    return {
      principle,
      band: masteryOf(card),
      answers: card?.answers ?? 0,
      due: card && (isDue(card, today) ? 'now' : card.due),
    };
  });
