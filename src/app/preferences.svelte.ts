import { type Kept, keptUnder, readKept, type TextSize, textSizeOf, type Theme, themeOf } from './kept';

/**
 * How the app looks and speaks on this device. Kept in localStorage and not with the progress: it is needed before the
 * first paint, and the first access to IndexedDB takes a quarter of a second.
 */
export class Preferences {
  #kept = $state.raw<Kept>({});

  /** @param storage absent on the server and where the browser refuses it; then nothing is kept */
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) {
    this.#kept = readKept(storage);
  }

  #keep(change: Kept): void {
    this.#kept = { ...this.#kept, ...change };
    try {
      this.storage?.setItem(keptUnder, JSON.stringify(this.#kept));
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
    return themeOf(this.#kept);
  }
  set theme(theme: Theme) {
    this.#keep({ theme });
  }

  get text(): TextSize {
    return textSizeOf(this.#kept);
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
      this.storage?.removeItem(keptUnder);
    } catch {
      // Nothing was kept.
    }
  }
}
