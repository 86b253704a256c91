import type { Page } from 'playwright';

/* What runs in a page before its scripts and does to storage what browsers do. */

/** The ways in which browsers refuse storage: private windows, policies, pages inside of others. */
export const refusals = {
  'has no database': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'will not even be asked': () =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  'opens none': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'refuses everything, localStorage too': () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  },
};

/** For so many visits, opening gives a request that nothing ever comes of. */
export const getStuck = (visits: number) => {
  const before = Number(sessionStorage.getItem('stuck'));
  sessionStorage.setItem('stuck', String(before + 1));
  if (before >= visits) return;
  IDBFactory.prototype.open = () =>
    Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
};

type Fault = 'open' | 'read' | 'put';

/** Until `healed` stands in the session: storage cannot be opened or read, or takes nothing more. */
export const failing = (page: Page, fault: Fault) =>
  page.addInitScript<Fault>((what) => {
    const [kind, method, error] = {
      open: [IDBFactory.prototype, 'open', 'UnknownError'] as const,
      read: [IDBObjectStore.prototype, 'getAll', 'UnknownError'] as const,
      put: [IDBObjectStore.prototype, 'put', 'QuotaExceededError'] as const,
    }[what];
    const real = Object.getOwnPropertyDescriptor(kind, method)!.value as (...args: unknown[]) => unknown;
    Object.defineProperty(kind, method, {
      value(this: unknown, ...args: unknown[]) {
        if (!sessionStorage.getItem('healed')) throw new DOMException('fault', error);
        return real.apply(this, args);
      },
    });
  }, fault);

/** The app as a later version of it, whose database has one step more. */
export const nextSchema = () => {
  const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!.value as IDBFactory['open'];
  IDBFactory.prototype.open = function (name, version) {
    return open.call(this, name, version && version + 1);
  };
};

/** What the app allows storage at most, in milliseconds, and what the start takes beside it. */
export const limit = 5000 + 3000;
