export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** What is kept of a person's preferences, as it was found: each part may be missing or something else. */
export interface Kept {
  language?: string;
  theme?: Theme;
  text?: TextSize;
  /** Things that are said once. */
  told?: string[];
}

export const keptUnder = 'leitstern.preferences';

/** @param storage absent on the server and where the browser refuses it */
export function readKept(storage: Pick<Storage, 'getItem'> | undefined): Kept {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keptUnder) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}

export const themeOf = ({ theme }: Kept): Theme => themes.find((each) => each === theme) ?? 'auto';
export const textSizeOf = ({ text }: Kept): TextSize => textSizes.find((each) => each === text) ?? 'normal';

/** The stylesheet follows these two. */
export function dress(root: HTMLElement, theme: Theme, text: TextSize): void {
  root.dataset.theme = theme;
  root.dataset.text = text;
}
