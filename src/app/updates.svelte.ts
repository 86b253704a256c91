interface Ports {
  /** Told when the app can start without a network, each time it starts. */
  onOfflineReady: () => void;
  /** There are no workers: in the browser of another app, or on a page that did not come over https. */
  onNone: () => void;
  onUpdate: () => void;
  /** Another tab took the update: this page runs on code that the cache no longer holds. */
  onSuperseded: () => void;
}

const hour = 3_600_000;

/**
 * The service worker: makes the app start without a network and brings new versions, which wait until the person takes
 * them. Registered here and not by the plugin, because Trusted Types ask for a policy.
 */
export class Updates {
  #registration: ServiceWorkerRegistration | undefined;
  #taking = false;
  #checked = 0;

  constructor(private readonly ports: Ports) {}

  async start(workers: ServiceWorkerContainer | undefined, url: string): Promise<void> {
    if (!workers) return this.ports.onNone();
    let had = !!workers.controller;
    workers.addEventListener('controllerchange', () => {
      if (this.#taking) location.reload();
      else if (had) this.ports.onSuperseded();
      // The first one claims the page that has installed it.
      had = true;
    });
    try {
      const registration = await workers.register(trustedScript(url), { updateViaCache: 'none' });
      this.#registration = registration;
      if (registration.waiting && registration.active) this.ports.onUpdate();
      registration.addEventListener('updatefound', () => this.#follow(registration.installing));
      this.#follow(registration.installing);
      document.addEventListener('visibilitychange', () => void this.#look());
      await workers.ready;
      this.ports.onOfflineReady();
    } catch {
      // No worker (cookies blocked, network gone): the app works as long as the network does.
    }
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && this.#registration?.active) this.ports.onUpdate();
    });
  }

  async #look(): Promise<void> {
    if (document.visibilityState !== 'visible' || Date.now() - this.#checked < hour) return;
    this.#checked = Date.now();
    await this.#registration?.update().catch(() => {});
  }

  /** Lets the waiting version take over; the page reloads once it has. */
  take = (): void => {
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    this.#taking = true;
    waiting.postMessage({ type: 'SKIP_WAITING' });
  };
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => unknown;
  };
}

/** The one script address that the page's Trusted Types policy lets through. */
function trustedScript(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  const policy = trustedTypes.createPolicy('app-sw', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError(`no script of ours: ${asked}`);
      return asked;
    },
  });
  return policy.createScriptURL(url) as string;
}
