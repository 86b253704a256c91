export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

interface Kept {
  language?: string;
  theme?: Theme;
  text?: TextSize;
  /** Things that are said once. */
  told?: string[];
}

const key = 'leitstern.preferences';

/**
 * How the app looks and speaks on this device. Kept in localStorage and not with the progress: it is needed before the
 * first paint, and the first access to IndexedDB takes a quarter of a second.
 */
export class Preferences {
  #kept = $state.raw<Kept>({});

  /** @param storage absent on the server and where the browser refuses it; then nothing is kept */
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) {
    try {
      const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
      if (kept && typeof kept === 'object') this.#kept = kept;
    } catch {
      // Unreadable preferences are no preferences.
    }
  }

  #keep(change: Kept): void {
    this.#kept = { ...this.#kept, ...change };
    try {
      this.storage?.setItem(key, JSON.stringify(this.#kept));
    } catch {
      // They hold for this visit.
    }
  }

  get language(): string | undefined {
    return this.#kept.language;
  }
  set language(language: string | undefined) {
    this.#keep(language ? { language } : {});
  }

  get theme(): Theme {
    return themes.find((theme) => theme === this.#kept.theme) ?? 'auto';
  }
  set theme(theme: Theme) {
    this.#keep({ theme });
  }

  get text(): TextSize {
    return textSizes.find((size) => size === this.#kept.text) ?? 'normal';
  }
  set text(text: TextSize) {
    this.#keep({ text });
  }

  get #told(): string[] {
    return Array.isArray(this.#kept.told) ? this.#kept.told : [];
  }

  wasTold(thing: string): boolean {
    return this.#told.includes(thing);
  }

  /** True once for each thing: the caller says it now, and it counts as said. */
  tellOnce(thing: string): boolean {
    if (this.wasTold(thing)) return false;
    this.#keep({ told: [...this.#told, thing] });
    return true;
  }

  clear(): void {
    this.#kept = {};
    try {
      this.storage?.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }
}
