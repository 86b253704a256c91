import type { Messages } from './messages';

const loaders: Record<string, () => Promise<Messages>> = {
  de: () => import('./de').then((module) => module.de),
  en: () => import('./en').then((module) => module.en),
};

/** The app's own texts; a pack in another language is met with the English ones. */
export const loadMessages = (language: string): Promise<Messages> => (loaders[language] ?? loaders['en']!)();
