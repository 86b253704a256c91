import { flushSync, mount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { place, type Spot } from './field-map';
import FieldMap from './FieldMap.svelte';
import Segments from './Segments.svelte';
import Select from './Select.svelte';

const target = document.body;
afterEach(() => target.replaceChildren());

const options = [
  { value: 'a', label: 'Eins' },
  { value: 'b', label: 'Zwei' },
];

describe('controls', () => {
  test('segments are radios of one group and tell what was chosen', () => {
    const onchange = vi.fn();
    mount(Segments, { target, props: { legend: 'Schrift', name: 'text', value: 'a', options, onchange } });
    const [first, second] = target.querySelectorAll('input');
    expect(first!.checked).toBe(true);
    second!.click();
    expect(onchange).toHaveBeenCalledWith('b');
    expect(target.querySelector('legend')!.textContent).toBe('Schrift');
  });

  test('a select has a name and tells what was chosen', () => {
    const onchange = vi.fn();
    mount(Select, { target, props: { label: 'Kanal', value: 'a', options, onchange } });
    const select = target.querySelector('select')!;
    select.value = 'b';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onchange).toHaveBeenCalledWith('b');
    expect(select.labels[0]!.textContent).toContain('Kanal');
  });
});

describe('the map', () => {
  const names = {
    topLeft: 'Hofnarr',
    topRight: 'Partner',
    bottomLeft: 'Abwesend',
    bottomRight: 'Gegner',
    up: 'Kunde',
    right: 'Betrieb',
  };

  test('says in words what it shows', () => {
    mount(FieldMap, { target, props: { spots: [], names, label: 'Alles in Worten' } });
    expect(target.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('Alles in Worten');
  });

  test('puts high marks to the upper right', () => {
    const [low, high] = place([
      { x: 0, y: 0, label: '1' },
      { x: 3, y: 3, label: '2' },
    ]);
    expect(high!.cx).toBeGreaterThan(low!.cx);
    expect(high!.cy).toBeLessThan(low!.cy);
  });

  test('spots in one place lie side by side and apart', () => {
    const spots: Spot[] = [1, 2, 3].map((n) => ({ x: 1, y: 2, label: String(n) }));
    const xs = place(spots).map((spot) => spot.cx);
    expect(new Set(xs).size).toBe(3);
    expect(new Set(place(spots).map((spot) => spot.cy)).size).toBe(1);
  });

  test('what weighs more is larger', () => {
    mount(FieldMap, {
      target,
      props: {
        spots: [
          { x: 0, y: 0, label: '1', weight: 0.1 },
          { x: 2, y: 2, label: '9', weight: 1 },
        ],
        names,
        label: '',
      },
    });
    flushSync();
    const [small, large] = [...target.querySelectorAll('circle')].map((circle) => circle.r.baseVal.value);
    expect(large!).toBeGreaterThan(small!);
  });
});
