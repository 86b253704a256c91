/* Prints Debian's packages for the engines that are missing. */
import { engines, isThere } from './engines.ts';

console.log(
  engines
    .filter((engine) => !isThere(engine))
    .flatMap(({ packages }) => packages)
    .join(' '),
);
