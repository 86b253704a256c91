/** A day in the reader's language, as in „23. November 2026“. */
export const formatDate = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(at);
