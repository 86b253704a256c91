/** 0 to 3. */
export type Mark = 0 | 1 | 2 | 3;

/**
 * What a response does for the customer and for the business, 0 to 3 each. The dual-concern model (Blake & Mouton
 * 1964; Pruitt & Rubin 1986) applied to customers.
 */
export interface Marks {
  customer: Mark;
  business: Mark;
}

/** 0 to 3; whoever grovels loses as many as whoever is rude. */
export type Points = Mark;

export const pointsOf = (marks: Marks): Points => Math.min(marks.customer, marks.business) as Points;

/**
 * How far a response leans towards the court jester (positive, at most 3) or towards the adversary (negative, at
 * least −3). `undefined` where both marks are low: who is absent leans nowhere.
 */
export function leanOf(marks: Marks): number | undefined {
  return marks.customer <= 1 && marks.business <= 1 ? undefined : marks.customer - marks.business;
}

export const stances = ['partner', 'compromise', 'jester', 'adversary', 'absent'] as const;
/**
 * The name of a place on the map: Rahim's five styles (1983), integrating, compromising, obliging, dominating and
 * avoiding.
 */
export type Stance = (typeof stances)[number];

export function stanceOf(marks: Marks): Stance {
  const lean = leanOf(marks);
  if (lean === undefined) return 'absent';
  if (lean > 0) return 'jester';
  if (lean < 0) return 'adversary';
  return marks.customer === 3 ? 'partner' : 'compromise';
}
