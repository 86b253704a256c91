import type { Response } from '../domain/pack';
import { places, type Tally } from '../domain/tally';
import type { Spot } from '../ui/field-map';

export const letters = 'ABCDEFGH';

/** The responses of one turn by the letters under which they were shown. */
export const spotsOfResponses = (responses: readonly Response[], chosen?: string): Spot[] =>
  responses.map((response, i) => ({
    x: response.marks.business,
    y: response.marks.customer,
    label: letters[i] ?? '',
    main: response.id === chosen,
  }));

/** Many responses: each place by its count. */
export function spotsOfTally(tally: Tally): Spot[] {
  const all = places(tally);
  const most = Math.max(...all.map(({ count }) => count));
  return all.map(({ marks, count }) => ({
    x: marks.business,
    y: marks.customer,
    label: String(count),
    weight: count / most,
  }));
}
