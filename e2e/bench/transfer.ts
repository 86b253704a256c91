import type { CDPSession } from 'playwright';

/** What comes over the network, as the browser's own network events tell it: headers and compressed bodies. */
export class Transfer {
  #received: { at: number; bytes: number }[] = [];
  #counted = new Map<string, number>();
  /** Seconds: between the clock of the events and the time of day. */
  #offset: number | undefined;

  /** @param cdp with the network domain enabled, before the navigation */
  constructor(cdp: CDPSession) {
    cdp.on('Network.requestWillBeSent', ({ timestamp, wallTime }) => (this.#offset ??= wallTime - timestamp));
    cdp.on('Network.responseReceived', ({ requestId, timestamp, response }) => {
      if (response.fromServiceWorker || response.fromDiskCache || response.url.startsWith('data:')) return;
      this.#counted.set(requestId, 0);
      this.#add(requestId, timestamp, response.encodedDataLength);
    });
    cdp.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) =>
      this.#add(requestId, timestamp, encodedDataLength),
    );
    cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
      this.#add(requestId, timestamp, encodedDataLength - (this.#counted.get(requestId) ?? 0)),
    );
  }

  #add(requestId: string, timestamp: number, bytes: number): void {
    const counted = this.#counted.get(requestId);
    if (counted === undefined || bytes <= 0) return;
    this.#counted.set(requestId, counted + bytes);
    this.#received.push({ at: timestamp, bytes });
  }

  /** @param moment milliseconds since 1970: `performance.timeOrigin` and what came after it */
  until(moment: number): number {
    const last = moment / 1000 - (this.#offset ?? NaN);
    return this.#received.filter(({ at }) => at <= last).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
