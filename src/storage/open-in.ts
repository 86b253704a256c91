import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, wrap } from 'idb';

/** What idb's `openDB` does, in a factory that need not be the page's own: buckets bring theirs. */
export function openIn<S extends DBSchema>(
  factory: IDBFactory,
  name: string,
  version: number,
  on: OpenDBCallbacks<S>,
): Promise<IDBPDatabase<S>> {
  const request = factory.open(name, version);
  const opened = wrap(request) as unknown as Promise<IDBPDatabase<S>>;
  request.addEventListener('upgradeneeded', (event) =>
    on.upgrade?.(
      wrap(request.result) as unknown as IDBPDatabase<S>,
      event.oldVersion,
      event.newVersion,
      wrap(request.transaction!) as never,
      event,
    ),
  );
  request.addEventListener('blocked', (event) => {
    const { oldVersion, newVersion } = event;
    on.blocked?.(oldVersion, newVersion, event);
  });
  opened.then(
    (db) => {
      db.addEventListener('close', () => on.terminated?.());
      db.addEventListener('versionchange', (event) => on.blocking?.(event.oldVersion, event.newVersion, event));
    },
    () => {},
  );
  return opened;
}
