/** One profile of a bar: the lane that it was used in, from 0, and its place in there, from 0. */
export interface Place {
  lane: number;
  nth: number;
}

interface Asked {
  bar: string;
  runs: number;
  /** As it was given to `npm run soak`. */
  seed: number;
  lanes: number;
}

/** What does it again, as far as a machine lets it: the whole bar, or one profile of it. */
export const again = ({ bar, runs, seed, lanes }: Asked, place?: Place): string =>
  `npm run soak -- --only=${bar} --runs=${runs} --seed=${seed} --lanes=${lanes}` +
  (place ? ` --profile=${place.lane}/${place.nth}` : '');

/** @param text lane and place as `again` writes them */
export function placeOf(text: string): Place {
  const [, lane, nth] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (!nth) throw new Error(`"${text}" names no profile; 0/3 would be the fourth one of the first lane`);
  return { lane: Number(lane), nth: Number(nth) };
}
