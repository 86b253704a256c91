import { dress, readKept, textSizeOf, themeOf } from './app/kept';
import { readMarker } from './storage/marker';

/** Some browsers refuse even to look. */
function refusable<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

export const storage = refusable(() => window.localStorage);

/** Chosen before, else the page's own where it is not the source, else what the browser prefers. */
export function preferredLanguage(languages: readonly string[]): string {
  const page = location.pathname.match(/(\w+)\.html$/)?.[1];
  const wanted = [readKept(storage).language, page, ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((language) => language && languages.includes(language)) ?? languages[0]!;
}

/** Nobody asked for a certain screen. */
export const isStart = (): boolean => /^#?\/?$/.test(location.hash);

/**
 * Shows Today's beginning, which stands in `app.html` in every language, long before the app itself is there. Its links
 * are addresses: whoever has followed one by then finds that screen.
 */
function showStart(): void {
  const starts = [...document.querySelectorAll<HTMLElement>('[data-start]')];
  if (!starts.length) return;
  const kept = readKept(storage);
  dress(document.documentElement, themeOf(kept), textSizeOf(kept));
  const language = preferredLanguage(starts.map(({ lang }) => lang));
  document.documentElement.lang = language;
  const marker = readMarker();
  for (const start of starts) {
    if (start.lang !== language || !marker || !isStart()) {
      start.remove();
      continue;
    }
    const button = start.querySelector<HTMLElement>('[data-resume]');
    if (button && marker.round) button.textContent = button.dataset.resume ?? '';
    start.hidden = false;
  }
}

showStart();
