/** Crockford's base 32: no I, L, O, U, and in the order of their character codes, so that ids sort as strings. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomLength = 16;
const latest = 2 ** 48 - 1;

/**
 * A ULID: 26 characters, 10 for the millisecond and 16 (80 bits) random, sortable by time as a string.
 * @param now milliseconds since 1970; what no ULID can hold is taken for the nearest that it can
 * @param random yields numbers from 0 to 1, 1 excluded
 */
export function newId(now: number, random: () => number): string {
  let time = Math.min(Math.max(Math.floor(now), 0), latest);
  let id = '';
  for (let i = 0; i < timeLength; i++) {
    id = digits.charAt(time % 32) + id;
    time = Math.floor(time / 32);
  }
  for (let i = 0; i < randomLength; i++) id += digits.charAt(Math.floor(random() * 32) & 31);
  return id;
}

/** The next id in the order; where the random part overflows, it carries into the time. */
function successor(id: string): string {
  const kept = id.replace(/Z+$/, '');
  const last = kept.length - 1;
  return (
    kept.slice(0, last) + digits.charAt(digits.indexOf(kept.charAt(last)) + 1) + '0'.repeat(id.length - kept.length)
  );
}

/**
 * Makes ids that only ever rise, also within one millisecond and when the clock is put back.
 * @param random as for `newId`
 */
export function idMaker(random: () => number): (now: number) => string {
  let last = '';
  return (now) => {
    const id = newId(now, random);
    last = id > last ? id : successor(last);
    return last;
  };
}
