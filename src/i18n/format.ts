/**
 * A day in the reader's language, as in „23. November 2026“.
 *
 * @param timeZone where `at` lies on that day; the device's where none is given
 */
export const formatDate = (language: string, at: number, timeZone?: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone }).format(at);
