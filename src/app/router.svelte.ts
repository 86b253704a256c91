export const places = [
  'today',
  'practice',
  'path',
  'library',
  'charter',
  'me',
  'moment',
  'check',
  'welcome',
  'licences',
] as const;
export type Place = (typeof places)[number];

interface Route {
  place: Place;
  /** What follows the place: `retail/shelf-price` in `#/library/retail/shelf-price`. */
  rest: string;
  query: URLSearchParams;
}

const isPlace = (word: string): word is Place => (places as readonly string[]).includes(word);

/** `#/library/retail/shelf-price?q=price`; whatever is unknown leads to Today. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [first = '', ...rest] = path.split('/');
  const place = isPlace(first) ? first : 'today';
  return { place, rest: isPlace(first) ? rest.join('/') : '', query: new URLSearchParams(query) };
}

/** Where in the app a person is: the part of the address behind `#`, so that any static host will do. */
export class Router {
  #hash = $state('');

  constructor(hash: string) {
    this.#hash = hash;
  }

  get hash(): string {
    return this.#hash;
  }

  get route(): Route {
    return parseHash(this.#hash);
  }

  /** Follows the address bar of `window`, back and forward included. */
  listen(window: Window): void {
    window.addEventListener('hashchange', () => (this.#hash = window.location.hash));
  }

  /** Puts another address in place of this one, without a step back to it. */
  replace(hash: string): void {
    history.replaceState(history.state, '', hash);
    this.#hash = hash;
  }
}
