interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** How the app gets onto the home screen of this device, if at all. */
export class Install {
  #prompt = $state.raw<InstallPrompt>();
  #installed = $state(false);
  #ios = false;

  listen(window: Window): void {
    const { navigator } = window;
    // The browser of another app, or http: what would be put on the home screen could not start without a network.
    if (!('serviceWorker' in navigator)) return;
    this.#installed =
      window.matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && !!navigator.standalone);
    // iPads call themselves Macs, but have touch.
    this.#ios =
      /iPhone|iPad|iPod/.test(navigator.userAgent) ||
      (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    });
    window.addEventListener('appinstalled', () => (this.#installed = true));
  }

  /** `prompt`: the browser can ask; `ios`: the person has to do it by hand and is shown how. */
  get way(): 'prompt' | 'ios' | undefined {
    if (this.#installed) return undefined;
    return this.#prompt ? 'prompt' : this.#ios ? 'ios' : undefined;
  }

  prompt = (): void => {
    void this.#prompt?.prompt();
    this.#prompt = undefined;
  };
}
