import { describe, expect, test, vi } from 'vitest';
import { de } from './de';
import { en } from './en';
import { formatDate } from './format';

describe('one is not spoken of as several', () => {
  test.each([
    [de.summary.partner(0, 1), 'Noch keine Antwort beim Partner.'],
    [de.summary.partner(1, 1), 'Die eine Antwort liegt beim Partner.'],
    [de.summary.partner(2, 2), 'Alle 2 Antworten beim Partner.'],
    [de.summary.partner(1, 4), '1 von 4 Antworten beim Partner.'],
    [de.today.list(1, 1), 'Heute dran: 1 Szene, etwa 1 Minute'],
    [de.today.list(2, 2), 'Heute dran: 2 Szenen, etwa 2 Minuten'],
    [de.today.week(0, 1), '0 von 1 Tag diese Woche'],
    [de.today.week(1, 3), '1 von 3 Tagen diese Woche'],
    [de.me.restored(1), '1 Antwort kam hinzu, nichts ging verloren.'],
    [de.me.restored(2), '2 Antworten kamen hinzu, nichts ging verloren.'],
    [de.me.deleteWarn(1).split('.')[0], '1 Antwort wird von diesem Gerät gelöscht'],
    [de.me.deleteWarn(2).split('.')[0], '2 Antworten werden von diesem Gerät gelöscht'],
  ])('in German: %s', (text, said) => expect(text).toBe(said));

  test.each([
    [en.summary.partner(0, 1), 'No answer with the partner yet.'],
    [en.summary.partner(1, 1), 'The one answer is with the partner.'],
    [en.summary.partner(2, 2), 'All 2 answers with the partner.'],
    [en.today.list(1, 1), 'For today: 1 scene, about 1 minute'],
    [en.today.list(2, 2), 'For today: 2 scenes, about 2 minutes'],
    [en.today.week(0, 1), '0 of 1 day this week'],
    [en.today.week(1, 3), '1 of 3 days this week'],
  ])('in English: %s', (text, said) => expect(text).toBe(said));
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])(
  'a calendar day is that day in %s too',
  (zone) => {
    vi.stubEnv('TZ', zone);
    expect(formatDate('de', Date.parse('2028-02-29T00:00:00Z'), 'UTC')).toBe('29. Februar 2028');
    vi.unstubAllEnvs();
  },
);
