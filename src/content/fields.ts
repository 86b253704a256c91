import * as v from 'valibot';
import { expects } from './issue.ts';

/** Names that reach into the prototype of an object; valibot passes over them in silence. */
const reserved = ['__proto__', 'constructor', 'prototype'];

/** Kebab-case. Never digits alone: those names would not keep their order in an object. */
export const idPattern = /(?!\d+(?:\/|$))[a-z\d]+(?:-[a-z\d]+)*/;

export const string = (pattern: RegExp, what: string) =>
  v.pipe(v.string(expects(what)), v.regex(pattern, expects(what)));

export const id = (what = 'a kebab-case id') => string(new RegExp(`^${idPattern.source}$`), what);

export const oneOf = <const Options extends readonly (string | number)[]>(options: Options) =>
  v.picklist(options, expects(`one of ${options.join(', ')}`));

export const wholeNumber = (least: number, most = Infinity) => {
  const what = `a whole number ${most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`}`;
  return v.pipe(
    v.number(expects(what)),
    v.check((value) => Number.isSafeInteger(value) && value >= least && value <= most, expects(what)),
  );
};

export const list = <Item extends v.GenericSchema>(item: Item, what: string) => v.array(item, expects(what));

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapping = (what: string) =>
  v.pipe(
    v.custom<Record<string, unknown>>(isMapping, expects(what)),
    v.check(
      (value) => !reserved.some((name) => Object.hasOwn(value, name)),
      `expected other names than ${reserved.join(', ')}, found one of them`,
    ),
  );

/** A mapping whose names are ids chosen by the author. */
export const named = <Value extends v.GenericSchema>(value: Value, what: string) =>
  v.pipe(mapping(what), v.record(id(), value));

/** A mapping with exactly these fields; every missing and every unknown one is an issue. */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries, what = 'fields') => {
  const names = Object.keys(entries).join(', ');
  const unknown = v.never(`expected one of the ${what} ${names}, found an unknown one`);
  // Not strictObject: it stops at the first unknown field, and says of a missing one only its name.
  const object = v.objectWithRest(entries, unknown, (issue) => {
    const missing = entries[String(issue.path?.[0]?.key)] as { message?: (issue: { input: unknown }) => string };
    return missing.message?.({ input: undefined }) ?? issue.message;
  }) as unknown as v.GenericSchema<Record<string, unknown>, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>>;
  return v.pipe(mapping(`the ${what} ${names}`), object);
};
