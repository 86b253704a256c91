import fc from 'fast-check';
import type { Facts } from '../domain/facts';
import type { Examined } from './examine';

/** What became of one place in the database. */
export interface Blow {
  store: Examined;
  key: unknown;
  value: unknown;
}

/** What may become of a record, whatever it was; each leaves none that the app could have written. */
const records: ((record: Record<string, unknown>) => Record<string, unknown>)[] = [
  ({ id }) => ({ id }),
  (record) => ({ ...record, at: Number.NaN }),
  (record) => ({ ...record, at: 'now' }),
  (record) => ({ ...record, pack: 5, text: 5, from: 5, day: 5 }),
  (record) => ({ ...record, more: new Date(0) }),
  (record) => ({ ...record, id: 12 }),
  (record) => ({ ...record, kind: 'poem', where: 'nowhere' }),
  (record) => Object.fromEntries(Object.entries(record).filter(([key]) => key === 'id' || !/^(at|marks)$/.test(key))),
  (record) => ({ ...record, marks: { customer: 9, business: -1 }, changed: null }),
  () => ({ id: new Date(5), self: new Map() }),
];

/** What may stand in a setting's place. */
const broken: Record<string, unknown[]> = {
  round: [0, 'x', { pack: 1 }, { pack: 'p' }, { pack: 'p', scenes: 'many' }, { pack: 'p', scenes: [{}] }, new Map()],
  backup: [null, 5, {}, { at: 'now', answers: 1 }, { at: 1, answers: -1 }, { at: 1, answers: 1.5 }],
  snapshot: [7, {}, { version: 1, progress: {} }, new Date(0)],
  quarantine: [42, {}, [{ store: 'elsewhere' }], [{ store: 'answers', value: 1 }]],
};
const settings = Object.entries(broken).flatMap(([key, values]) => values.map((value) => ({ key, value })));

const many = (blow: fc.Arbitrary<Blow>) => fc.array(blow, { minLength: 1, maxLength: 9 });

/** Blows to a database that holds certain facts; a later one may fall on the place of an earlier one. */
export function blowsTo({ answers, notes }: Facts): fc.Arbitrary<Blow[]> {
  const held = [
    ...answers.map((record) => ({ store: 'answers' as const, record })),
    ...notes.map((record) => ({ store: 'notes' as const, record })),
  ];
  const toSetting = fc.constantFrom(...settings).map((setting): Blow => ({ store: 'settings', ...setting }));
  if (!held.length) return many(toSetting);
  const toRecord = fc
    .tuple(fc.constantFrom(...held), fc.constantFrom(...records))
    .map(([{ store, record }, blow]): Blow => {
      const value = blow({ ...record });
      return { store, key: value['id'], value };
    });
  return many(fc.oneof({ arbitrary: toRecord, weight: 3 }, { arbitrary: toSetting, weight: 1 }));
}
