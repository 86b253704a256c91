import { tick } from 'svelte';

/** The screen a visit begins with keeps the browser's focus; every later one takes it, and begins at its top. */
let first = true;

/** An attachment for the main element of a screen. */
export function arrive(node: HTMLElement): void {
  if (!first) {
    node.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  first = false;
}

/** Where a control goes with what it stood in, the focus goes to the screen, so that it is not lost. */
export async function focusScreen(): Promise<void> {
  await tick();
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** For when a screen shows something else: as if one had come to it anew. */
export function arriveAnew(): Promise<void> {
  return focusScreen().then(() => window.scrollTo(0, 0));
}
