import * as v from 'valibot';
import type { Settings } from '../domain/facts';
import { isAnswer, isNote } from './backup-schema';

/** Where records lie that can be broken. */
export type Examined = 'answers' | 'notes' | 'settings';

/** A record that is none, put aside as it was found. */
export interface Quarantined {
  store: Examined;
  key: IDBValidKey;
  value: unknown;
}

export interface Examination {
  /** Records that were looked at. */
  examined: number;
  /** Put aside this time. */
  quarantined: number;
  /** Derived data that was broken: thrown away, because it is made anew. */
  discarded: number;
  /** Of those put aside before, now taken for sound (by a newer version) and put back. */
  released: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const tally = v.pipe(v.array(count), v.length(16));
const scenes = v.array(v.object({ scenario: v.string(), attempt: v.string() }));

const settings: { [Key in keyof Settings]: v.GenericSchema } = {
  round: v.nullable(v.object({ pack: v.string(), scenes })),
  backup: v.object({ at: v.number(), answers: count }),
  snapshot: v.object({
    version: v.number(),
    pack: v.string(),
    packVersion: v.number(),
    progress: v.object({
      answers: count,
      scenarios: v.map(v.string(), v.object({ tally, trail: v.array(v.custom(isAnswer)) })),
      checks: v.map(v.string(), v.array(v.custom(isAnswer))),
      days: v.map(v.string(), count),
      months: v.map(v.string(), tally),
      calibration: v.object({ sureRight: count, sureWrong: count, unsureRight: count, unsureWrong: count }),
    }),
    skills: v.map(
      v.string(),
      v.object({
        ...{ stability: v.number(), difficulty: v.number(), answers: count, misses: count },
        ...{ last: v.string(), due: v.string() },
      }),
    ),
    upTo: v.string(),
  }),
  quarantine: v.array(
    v.object({
      store: v.picklist(['answers', 'notes', 'settings']),
      key: v.custom((key) => key !== undefined),
      value: v.unknown(),
    }),
  ),
};

/** What this version does not know by name is left alone: another one keeps it. */
export function isSetting(key: unknown, value: unknown): boolean {
  const schema = Object.hasOwn(settings, String(key)) ? settings[key as keyof Settings] : undefined;
  return !schema || v.is(schema, value);
}

/** Whether the app could have written a record itself. */
export function isSound({ store, key, value }: Quarantined): boolean {
  if (store === 'settings') return isSetting(key, value);
  return store === 'answers' ? isAnswer(value) : isNote(value);
}
