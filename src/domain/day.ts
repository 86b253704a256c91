import type { Day } from './ids';
import type { Principle } from './pack';
import { hash } from './random';

/** The local calendar day of an instant, by the device's time zone. */
export function dayOf(at: number): Day {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days since 1970 of a calendar day: the difference of two is the number of nights between them, whatever the clock did. */
export const dayNumber = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

export const dayAt = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The Monday of the week that a day lies in. */
export const weekOf = (day: Day): Day => dayAt(dayNumber(day) - ((dayNumber(day) + 3) % 7));

/** The same for everybody on the same day; the whole charter comes round before any principle returns. */
export function principleOfTheDay(charter: readonly Principle[], day: Day): Principle | undefined {
  const rank = ({ id }: Principle) => hash(id);
  return [...charter].sort((a, b) => rank(a) - rank(b))[dayNumber(day) % charter.length];
}
