import type { Day, PrincipleId } from './ids';
import type { Principle } from './pack';
import { hash } from './random';

/** The local calendar day of an instant, by the device's time zone. */
export function dayOf(at: number): Day {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The same for everybody on the same day; the whole charter comes round before any principle returns. */
export function principleOfTheDay(charter: readonly Principle[], day: Day): Principle | undefined {
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
  const lap = Math.floor(days / charter.length);
  const rank = (id: PrincipleId) => hash(`${lap} ${id}`);
  return [...charter].sort((a, b) => rank(a.id) - rank(b.id))[days % charter.length];
}
