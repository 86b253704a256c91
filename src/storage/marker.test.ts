import { afterEach, expect, test, vi } from 'vitest';
import { dropMarker, readMarker, writeMarker } from './marker';

function storage(items: Record<string, string> = {}) {
  const kept = new Map(Object.entries(items));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}
afterEach(() => void vi.unstubAllGlobals());

test('the marker comes back as it was written, until it is dropped', () => {
  storage();
  expect(readMarker()).toBeUndefined();
  writeMarker({ answers: 12, day: '2026-03-01', round: true });
  expect(readMarker()).toEqual({ answers: 12, day: '2026-03-01', round: true });
  dropMarker();
  expect(readMarker()).toBeUndefined();
});

test('the marker of an earlier release is found, and stands where it stood', () => {
  storage({ 'leitstern-marker': '{"answers":3,"day":"2026-03-01","more":1}' });
  expect(readMarker()).toEqual({ answers: 3, day: '2026-03-01', round: false });
  writeMarker({ answers: 4, day: '2026-03-02', round: false });
  expect(localStorage.getItem('leitstern-marker')).toBe('{"answers":4,"day":"2026-03-02","round":false}');
});

test.each([
  '',
  'x',
  'null',
  '3',
  '{}',
  '{"answers":"3","day":"2026-03-01"}',
  '{"answers":3}',
  '{"answers":1.5,"day":"x"}',
])('something else under its name is no marker: %s', (value) => {
  storage({ 'leitstern-marker': value });
  expect(readMarker()).toBeUndefined();
});

test('row 10: refused localStorage is no error', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(readMarker()).toBeUndefined();
  writeMarker({ answers: 1, day: '2026-03-01', round: false });
  dropMarker();
});
