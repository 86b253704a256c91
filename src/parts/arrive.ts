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
