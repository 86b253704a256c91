import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, wrap } from 'idb';

/** What idb's `openDB` does, in a factory that need not be the page's own: buckets bring theirs. */
export function openIn<S extends DBSchema>(
  factory: IDBFactory,
  name: string,
  version: number,
  { upgrade, blocked, blocking, terminated }: OpenDBCallbacks<S>,
): Promise<IDBPDatabase<S>> {
  const request = factory.open(name, version);
  const opened = wrap(request) as unknown as Promise<IDBPDatabase<S>>;
  request.addEventListener('upgradeneeded', (event) =>
    upgrade?.(
      wrap(request.result) as unknown as IDBPDatabase<S>,
      event.oldVersion,
      event.newVersion,
      wrap(request.transaction!) as never,
      event,
    ),
  );
  request.addEventListener('blocked', (event) => {
    const { oldVersion, newVersion } = event as IDBVersionChangeEvent;
    blocked?.(oldVersion, newVersion, event as IDBVersionChangeEvent);
  });
  opened.then(
    (db) => {
      db.addEventListener('close', () => terminated?.());
      db.addEventListener('versionchange', (event) => blocking?.(event.oldVersion, event.newVersion, event));
    },
    () => {},
  );
  return opened;
}
