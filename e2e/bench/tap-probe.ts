/** Of the newest tap on a submit button; the instants in milliseconds since navigation start. */
export interface TapProbe {
  /** When the finger was lifted, by the device. */
  tapped?: number;
  /** The first frame with the explanation was done. */
  explained?: number;
  /** The explanation said that the answer is on disk. */
  saved?: number;
  /** How long until something was shown in reply, whatever it was, by the browser's own event timing. */
  nextPaint?: number;
}

declare global {
  interface Window {
    benchTap: TapProbe;
  }
}

/** Runs in the page, before its scripts; self-contained, because only its source gets there. */
export function installTapProbe(): void {
  window.benchTap = {};
  addEventListener(
    'pointerup',
    ({ target, timeStamp }) => {
      if (target instanceof Element && target.closest('[data-submit]')) window.benchTap = { tapped: timeStamp };
    },
    true,
  );
  const look = (): void => {
    const tap = window.benchTap;
    const feedback = document.querySelector('[data-feedback]');
    if (tap.tapped === undefined || !feedback?.getClientRects().length) return;
    if (feedback.getAttribute('data-saved') === 'true') tap.saved ??= performance.now();
    if (tap.explained !== undefined) return;
    tap.explained = NaN;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (tap.explained = performance.now());
      channel.port2.postMessage(0);
    });
  };
  // Observed from the document: the root element does not exist yet.
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const tap = window.benchTap;
      // Both ends are rounded by the browser, the duration to 8 ms.
      if (tap.tapped !== undefined && Math.abs(startTime - tap.tapped) < 2)
        tap.nextPaint = Math.max(tap.nextPaint ?? 0, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
