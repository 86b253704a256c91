import { expect, test } from 'vitest';
import { seeded } from '../../../src/domain/random';
import type { Entry } from './journal.ts';
import { type Files, replay, type Unsynced } from './replay.ts';

const opened = (handle: number, path: string, made = true): Entry => ({
  kind: 'opened',
  handle,
  path,
  made,
  folder: false,
});
const written = (handle: number, offset: number, text: string): Entry => ({
  kind: 'written',
  handle,
  offset,
  data: Buffer.from(text),
});
const synced = (handle: number): Entry => ({ kind: 'synced', handle });

const texts = (files: Files) => Object.fromEntries([...files].map(([path, content]) => [path, content.toString()]));
const after = (entries: Entry[], before: Record<string, string> = {}, unsynced: Unsynced = 'none', seed = 1) => {
  const files = new Map(Object.entries(before).map(([path, text]) => [path, Buffer.from(text)]));
  const { now, left } = replay(files, entries, unsynced, seeded(seed));
  return { now: texts(now), left: texts(left) };
};

test('what was synced stays, what was written after it does not', () => {
  const { now, left } = after([opened(1, 'a'), written(1, 0, 'one'), synced(1), written(1, 3, 'two')]);
  expect(now).toEqual({ a: 'onetwo' });
  expect(left).toEqual({ a: 'one' });
});

test('a file that was never synced has no name, until another one is', () => {
  expect(after([opened(1, 'a'), written(1, 0, 'one')]).left).toEqual({});
  expect(after([opened(1, 'a'), written(1, 0, 'one'), opened(2, 'b'), synced(2)]).left).toEqual({ a: '', b: '' });
});

test('what was there before stays under what was written over it', () => {
  const { now, left } = after([opened(1, 'a', false), written(1, 1, 'XY')], { a: 'abcd' });
  expect(now).toEqual({ a: 'aXYd' });
  expect(left).toEqual({ a: 'abcd' });
});

test('a removal and a rename hold from the next sync on', () => {
  const entries: Entry[] = [
    { kind: 'removed', path: 'a' },
    { kind: 'renamed', path: 'b', to: 'c' },
  ];
  expect(after(entries, { a: '1', b: '2' }).left).toEqual({ a: '1', b: '2' });
  expect(after([...entries, opened(1, 'd'), synced(1)], { a: '1', b: '2' }).left).toEqual({ c: '2', d: '' });
});

test('a file cut shorter or longer is so once it is synced', () => {
  const cut = (length: number): Entry[] => [opened(1, 'a', false), { kind: 'cut to', handle: 1, length }];
  expect(after(cut(1), { a: 'abc' })).toEqual({ now: { a: 'a' }, left: { a: 'abc' } });
  expect(after([...cut(1), synced(1)], { a: 'abc' }).left).toEqual({ a: 'a' });
  expect(after([...cut(4), synced(1)], { a: 'abc' }).left).toEqual({ a: 'abc\0' });
});

test('two handles of one file are one file', () => {
  expect(after([opened(1, 'a'), opened(2, 'a', false), written(2, 0, 'one'), synced(1)]).left).toEqual({ a: 'one' });
});

test('of what was not synced a disk may keep the oldest part, down to the byte', () => {
  const entries = [opened(1, 'a'), synced(1), written(1, 0, '123'), written(1, 3, '456'), written(1, 6, '789')];
  const kept = Array.from({ length: 200 }, (_, seed) => after(entries, {}, 'some', seed).left['a']!);
  expect(kept.every((text) => '123456789'.startsWith(text))).toBe(true);
  expect(new Set(kept.map((text) => text.length)).size).toBe(10);
});
