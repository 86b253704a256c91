import { seeded } from '../domain/random';
import type { Facts } from '../domain/facts';
import { makeBackup } from './backup';
import { canonical } from './canonical';
import { aBookmark, anAnswer } from './facts.fixture';
import { hostileValue, markup } from './hostile-values.fixture';

/** What an attacker starts from: a true backup with every kind of record in it. */
export const targeted: Facts = {
  answers: [anAnswer({ id: '1' }), anAnswer({ id: '2', scenario: 'crafts/straße-🏠' })],
  notes: [
    aBookmark(),
    { id: 'c', kind: 'check', pack: 'leitstern', scenes: [{ scenario: 'a/1', attempt: 'x.1' }], at: 5, changed: 5 },
    { id: 'g', kind: 'goal', from: '2026-03-01', days: 3, at: 5, changed: 6, removed: true },
    { id: 'i', kind: 'intention', text: 'Erst fragen,\ndann antworten.', day: '2026-03-01', at: 5, changed: 5 },
    {
      ...{ id: 'm', kind: 'moment', day: '2026-03-01', channel: 'phone', principle: 'purpose', at: 5, changed: 5 },
      ...{ text: 'Ein Anruf', marks: { customer: 3, business: 1 }, next: '' },
    },
  ],
};

export interface HostileFile {
  /** How it was made, for the report. */
  what: string;
  bytes: Uint8Array;
  /** Its checksum is right all the same: only the schema stands between it and the store. */
  sealed: boolean;
}

type Json = Record<string, unknown>;
type Pick = <T>(from: readonly T[]) => T;
type Below = (limit: number) => number;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

async function seal(envelope: Json): Promise<string> {
  const { sha256: _, ...rest } = envelope;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(rest)));
  return JSON.stringify({ ...rest, sha256: Buffer.from(digest).toString('hex') });
}

/** Every object and list in a value, with the keys that lead into it. */
function places(value: unknown): { holder: Json; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value as Json, key }, ...places(inner)]);
}

const byteChanges: Record<string, (bytes: Uint8Array, below: Below) => Uint8Array> = {
  'bits flipped': (bytes, below) => {
    const changed = bytes.slice();
    for (let n = below(8); n >= 0; n--) changed[below(bytes.length)]! ^= 1 << below(8);
    return changed;
  },
  truncated: (bytes, below) => bytes.slice(0, below(bytes.length)),
  'beginning lost': (bytes, below) => bytes.slice(1 + below(bytes.length - 1)),
  'piece lost': (bytes, below) => {
    const at = below(bytes.length);
    return joined(bytes.slice(0, at), bytes.slice(at + 1 + below(60)));
  },
  'piece repeated': (bytes, below) => {
    const [at, from] = [below(bytes.length), below(bytes.length)];
    return joined(bytes.slice(0, at), bytes.slice(from, from + 1 + below(200)), bytes.slice(at));
  },
  'foreign bytes within': (bytes, below) => {
    const at = below(bytes.length);
    const foreign = Uint8Array.from({ length: 1 + below(30) }, () => below(256));
    return joined(bytes.slice(0, at), foreign, bytes.slice(at));
  },
  'twice in one file': (bytes) => joined(bytes, bytes),
  'byte order mark in the middle': (bytes, below) => {
    const at = 1 + below(bytes.length - 1);
    return joined(bytes.slice(0, at), encoded('\ufeff'), bytes.slice(at));
  },
  'NUL before or behind': (bytes, below) => (below(2) ? joined(encoded('\0'), bytes) : joined(bytes, encoded('\0'))),
  'UTF-16': (bytes, below) => {
    const text = (below(2) ? '\ufeff' : '') + Buffer.from(bytes).toString('utf8');
    const wide = Buffer.from(text, 'utf16le');
    return new Uint8Array(below(2) ? wide : wide.swap16());
  },
  'latin 1': (bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1')),
};

/** Of the text of a file, where its parsed value would not show them. */
const textChanges: Record<string, (text: string, pick: Pick, below: Below) => string> = {
  'a key twice': (text, pick) => {
    const key = pick(['"facts":', '"version":', '"id":', '"marks":', '"sha256":', '"kind":', '"text":']);
    return text.replace(key, `${key}${pick(['{"answers":[],"notes":[]},', '1,', '"x",', 'null,', '[],'])}${key}`);
  },
  'a number JSON can hold and nobody means': (text, pick) =>
    text.replace(/:\d+/, pick([':1e999', ':-1e999', ':-0', `:${'9'.repeat(1e5)}`, ':1e-400', ':0.1', ':1E+2'])),
  'no JSON': (text, pick) =>
    text.replace(pick([/:\d+/, /"[^"]*"/]), pick(['NaN', ':NaN', "'x'", ':undefined', ':0x10', ':01', '/**/', ':1,'])),
  'a poisoned key': (text, pick) =>
    text.replace(
      pick(['"facts":', '"marks":', '"id":']),
      (key) => `"${pick(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])}":{"admin":true},${key}`,
    ),
  'an escape that is half a character': (text, pick) =>
    text.replace(
      pick(['loan', 'Erst', 'heating']),
      pick(['\\ud800', '\\udc00x', '\\u0000', '\\u202e', '\\x41', '\\u{41}']),
    ),
  nested: (text, pick, below) => {
    const [open, close] = pick([
      ['[', ']'],
      ['{"a":', '}'],
    ] as const);
    const depth = pick([17, 1000, 100_000]);
    return text.replace('"facts":', `"facts":${open.repeat(depth)}${below(2) ? close.repeat(depth) : ''},"facts":`);
  },
};

/** Of the value that stands in a file; afterwards the checksum is made anew, as an attacker would. */
const valueChanges: Record<string, (envelope: Json, pick: Pick, below: Below) => void> = {
  'another value': (envelope, pick, below) => {
    const { holder, key } = pick(places(envelope));
    holder[key] = hostileValue(pick, below);
  },
  'markup in a text': (envelope, pick) => {
    const { holder, key } = pick(places(envelope).filter(({ holder, key }) => typeof holder[key] === 'string'));
    holder[key] = pick(markup);
  },
  'a field more': (envelope, pick, below) => {
    const { holder } = pick(places(envelope));
    if (!Array.isArray(holder))
      holder[pick(['more', 'toString', 'toJSON', 'valueOf', 'then', ''])] = hostileValue(pick, below);
  },
  'a field less': (envelope, pick) => {
    const { holder, key } = pick(places(envelope));
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  'a record twice': (envelope, pick) => {
    const lists = Object.values((envelope['facts'] ?? {}) as Json).filter(Array.isArray) as unknown[][];
    const list = lists.length ? pick(lists) : [];
    if (list.length) list.push(structuredClone(pick(list)));
  },
  'a value in another’s place': (envelope, pick) => {
    const [from, to] = [pick(places(envelope)), pick(places(envelope))];
    to.holder[to.key] = structuredClone(from.holder[from.key]);
  },
};

/** The same file for the same seed. */
export async function hostileFile(seed: number): Promise<HostileFile> {
  const random = seeded(seed);
  const below: Below = (limit) => Math.floor(random() * limit);
  const pick: Pick = (from) => from[below(from.length)]!;
  const { file } = await makeBackup(targeted, { now: Date.UTC(2026, 2, 1), app: '1.2.3' });
  const text = await file.text();

  const kind = pick(['bytes', 'text', 'value', 'value'] as const);
  if (kind === 'bytes') {
    let bytes = encoded(text);
    const names = Array.from({ length: 1 + below(3) }, () => pick(Object.keys(byteChanges)));
    for (const name of names) if (bytes.length > 1) bytes = byteChanges[name]!(bytes, below);
    return { what: names.join(', '), bytes, sealed: false };
  }
  if (kind === 'text') {
    const name = pick(Object.keys(textChanges));
    return { what: name, bytes: encoded(textChanges[name]!(text, pick, below)), sealed: false };
  }
  const envelope = JSON.parse(text) as Json;
  const names = Array.from({ length: 1 + below(3) }, () => pick(Object.keys(valueChanges)));
  for (const name of names) if (envelope['facts']) valueChanges[name]!(envelope, pick, below);
  const sealed = below(4) > 0;
  const forged = sealed ? await seal(envelope) : JSON.stringify(envelope);
  return { what: `${names.join(', ')}${sealed ? ', with a right checksum' : ''}`, bytes: encoded(forged), sealed };
}
