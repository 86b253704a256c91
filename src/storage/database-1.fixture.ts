/**
 * A database as the first release writes it, made by raw calls: released schemas are never edited, and neither is this
 * file.
 */
export const database1 = {
  answers: [
    {
      id: '01KJMZ0A8000000000000000A1',
      attempt: '01KJMZ0A800000000000000001.k3f',
      pack: 'leitstern',
      scenario: 'crafts/heating',
      version: '3f9ac01b',
      turn: 'call',
      response: 'loan-heaters',
      marks: { customer: 3, business: 3 },
      confidence: 'sure',
      at: 1772359200000,
      day: '2026-03-01',
      where: 'practice',
    },
    {
      id: '01KJQJ0A8000000000000000A2',
      attempt: '01KJQJ0A800000000000000002.1z',
      pack: 'leitstern',
      scenario: 'retail/voucher',
      version: '77e0d2aa',
      turn: 'counter',
      response: 'by-the-book',
      marks: { customer: 0, business: 2 },
      confidence: 'unsure',
      at: 1772446200000,
      day: '2026-03-02',
      where: 'check',
    },
  ],
  notes: [
    {
      id: 'bookmark:leitstern:crafts/heating',
      kind: 'bookmark',
      pack: 'leitstern',
      scenario: 'crafts/heating',
      at: 1772359300000,
      changed: 1772359300000,
    },
    {
      id: 'bookmark:leitstern:retail/voucher',
      kind: 'bookmark',
      pack: 'leitstern',
      scenario: 'retail/voucher',
      at: 1772359400000,
      changed: 1772446300000,
      removed: true,
    },
  ],
  packs: [{ id: 'own', version: 1 }],
  settings: [
    ['backup', { at: 1772359500000, answers: 1 }],
    ['round', null],
  ] as [string, unknown][],
};

export function writeDatabase1(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onerror = () => reject(request.error ?? new Error());
    request.onupgradeneeded = () => {
      const db = request.result;
      const { answers, notes, packs, settings } = database1;
      const withIds = (store: string, records: object[]) => {
        const created = db.createObjectStore(store, { keyPath: 'id' });
        for (const record of records) created.put(record);
      };
      withIds('answers', answers);
      withIds('notes', notes);
      withIds('packs', packs);
      const created = db.createObjectStore('settings');
      for (const [key, value] of settings) created.put(value, key);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}
