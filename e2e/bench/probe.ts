/** All times in milliseconds since navigation start. */
export interface Probe {
  /** The target was in the document and the frame with it was done. */
  painted?: number;
  /** The same for what is then waited for. */
  completed?: number;
  firstContentfulPaint?: number;
  /** The click that led to an explanation. */
  submitted?: number;
  explained?: number;
  /** A response chosen as soon as it was readable had to be chosen a second time. */
  choiceLost: boolean;
  longTasks: { at: number; duration: number }[];
  shifts: { at: number; value: number; what: string }[];
}

export interface ProbeOptions {
  /** What is waited for: a selector; counts once it takes up room. */
  target: string;
  /** What is waited for after that, as `target`. */
  complete?: string;
  /** Answers the scene as early as it can be answered. */
  submit: boolean;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Runs in the page, before its scripts; self-contained, because only its source gets there. */
export function installProbe({ target, complete, submit }: ProbeOptions): void {
  const probe: Probe = (window.benchProbe = { choiceLost: false, longTasks: [], shifts: [] });
  const find = <T extends HTMLElement>(selector: string): T | undefined => {
    const all = [...document.querySelectorAll<T>(selector)];
    return all.find((element) => (element.closest('label') ?? element).getClientRects().length > 0);
  };
  /** Called in an animation frame: runs `then` when that frame has been painted. */
  const afterThisFrame = (then: () => void): void => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  };
  const observe = (type: string, take: (entry: PerformanceEntry & Record<string, unknown>) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take as never)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => probe.longTasks.push({ at: startTime, duration }));
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') probe.firstContentfulPaint = startTime;
  });
  observe('layout-shift', ({ startTime, value, hadRecentInput, sources }) => {
    if (hadRecentInput) return;
    const nodes = (sources as { node?: Element }[]).map(({ node }) => node?.outerHTML?.slice(0, 60) ?? '?');
    probe.shifts.push({ at: startTime, value: value as number, what: nodes.join(' · ') });
  });

  let chosen: number | undefined;
  let clicked: number | undefined;
  /** @returns whether there is nothing left to do */
  const answer = (now: number): boolean => {
    if (clicked !== undefined && find('[data-feedback]')) {
      probe.submitted = clicked;
      afterThisFrame(() => (probe.explained = performance.now()));
      return true;
    }
    const [first, second] = document.querySelectorAll<HTMLInputElement>('[data-response]');
    if (chosen === undefined) {
      first?.click();
      chosen = now;
    }
    const button = document.querySelector<HTMLButtonElement>('[data-submit="sure"]');
    const usable = button && !button.disabled && button.getAttribute('aria-disabled') !== 'true';
    if (usable && (clicked === undefined || now - clicked > 300)) {
      clicked = performance.now();
      button.click();
    } else if (!usable && !probe.choiceLost && now - chosen > 5000) {
      probe.choiceLost = true;
      second?.click();
    }
    return false;
  };
  const look = (now: number): void => {
    if (now > 20_000) return;
    if (probe.painted === undefined && find(target)) {
      afterThisFrame(() => (probe.painted ??= performance.now()));
      if (!submit && !complete) return;
    }
    if (complete && find(complete)) return afterThisFrame(() => (probe.completed = performance.now()));
    if (submit && probe.painted !== undefined && answer(now)) return;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** When the target could be seen: its frame was done, and the browser had shown something. */
export const seenAt = ({ painted = NaN, firstContentfulPaint = NaN }: Probe): number =>
  Math.max(painted, firstContentfulPaint);

/** Total blocking time, milliseconds: what tasks take beyond 50 ms, from the first content on. */
export const blockingTime = ({ longTasks, firstContentfulPaint = 0 }: Probe): number =>
  longTasks
    .map(({ at, duration }) => Math.min(duration, at + duration - firstContentfulPaint) - 50)
    .reduce((sum, excess) => sum + Math.max(0, excess), 0);
