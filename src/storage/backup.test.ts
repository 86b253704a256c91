import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeBackup, makeRawBackup, readBackup } from './backup';
import { forged, origin, refusal, some, textOfBackup } from './backup.fixture';
import { aBookmark, anAnswer, anyFacts, inOrder } from './facts.fixture';

afterEach(() => void vi.unstubAllGlobals());

describe('making and reading', () => {
  test('any facts come back equal, in the order of their ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        const { file, answers, leftOut } = await makeBackup(facts, origin);
        expect(await readBackup(file)).toEqual(inOrder(facts));
        expect({ answers, leftOut }).toEqual({ answers: facts.answers.length, leftOut: 0 });
      }),
    );
  });

  test('the same facts make the same file, in whatever order they and their fields come', async () => {
    const reversed = <T extends object>(record: T) => Object.fromEntries(Object.entries(record).reverse()) as T;
    const turned = { answers: some.answers.map(reversed).reverse(), notes: some.notes.map(reversed).reverse() };
    expect(JSON.parse(await textOfBackup(turned))).toEqual(JSON.parse(await textOfBackup(some)));
  });

  test('the file says what it is', async () => {
    const { file } = await makeBackup(some, origin);
    expect(file.type).toBe('application/json');
    expect(JSON.parse(await file.text())).toEqual({
      format: 'leitstern-backup',
      version: 1,
      made: origin.now,
      app: '1.2.3',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      facts: some,
    });
  });

  test('a file of version 1 as it stands in people’s folders is read', async () => {
    const text =
      '{"format":"leitstern-backup","version":1,"made":1772323200000,"app":"0.1.0","facts":{"answers":[' +
      '{"id":"01KJMZ0A8000000000000000A1","attempt":"01KJMZ0A800000000000000001.k3f","pack":"leitstern",' +
      '"scenario":"crafts/heating","version":"3f9ac01b","turn":"call","response":"loan-heaters",' +
      '"marks":{"customer":3,"business":3},"confidence":"sure","at":1772359200000,"day":"2026-03-01","where":"practice"}],' +
      '"notes":[{"id":"bookmark:leitstern:crafts/heating","at":1772359300000,"changed":1772359300000,"kind":"bookmark",' +
      '"pack":"leitstern","scenario":"crafts/heating"}]},' +
      '"sha256":"cd765ac992a451ccbc0856d56921314cc71967812832e2a59e4eef681a4feddb"}';
    const facts = await readBackup(text);
    expect([facts.answers.length, facts.notes.length]).toEqual([1, 1]);
  });

  test('white space, a byte order mark and escapes change nothing', async () => {
    const text = await textOfBackup(some);
    const loose = '\ufeff' + JSON.stringify(JSON.parse(text), null, 2).replaceAll('ß', '\\u00df') + '\n';
    expect(await readBackup(loose)).toEqual(inOrder(some));
    expect(await readBackup(new Blob([loose]))).toEqual(inOrder(some));
  });

  test('row 9: records that a restore would refuse are left out and counted', async () => {
    const broken = { ...anAnswer({ id: '3' }), at: 'yesterday' } as unknown as (typeof some.answers)[0];
    const { file, answers, leftOut } = await makeBackup({ ...some, answers: [broken, ...some.answers] }, origin);
    expect({ answers, leftOut }).toEqual({ answers: 2, leftOut: 1 });
    expect(await readBackup(file)).toEqual(inOrder(some));
  });

  test('an answer that is there twice is backed up once, so that the file can be read again', async () => {
    const { file, answers, leftOut } = await makeBackup(
      { ...some, answers: [...some.answers, ...some.answers] },
      origin,
    );
    expect({ answers, leftOut }).toEqual({ answers: 2, leftOut: 0 });
    expect(await readBackup(file)).toEqual(some);
  });

  test('without https there is no checksum, and that is said', async () => {
    vi.stubGlobal('crypto', {});
    await expect(makeBackup(some, origin)).rejects.toMatchObject({ reason: 'insecure' });
    await expect(readBackup('{"format":"leitstern-backup","version":1}')).rejects.toMatchObject({ reason: 'insecure' });
  });
});

describe('row 38: a backup that was changed', () => {
  test('truncated at every tenth of the file', async () => {
    const { file } = await makeBackup(some, origin);
    for (let tenth = 0; tenth < 10; tenth++) {
      expect((await refusal(file.slice(0, Math.floor((file.size * tenth) / 10)))).reason).toBe('truncated');
    }
    const text = await file.text();
    for (let end = 0; end < text.length; end++) expect((await refusal(text.slice(0, end))).reason).toBe('truncated');
    // Bytes, because half a character is a cut as well.
    for (let end = 0; end < file.size; end++) expect((await refusal(file.slice(0, end))).reason).toBe('truncated');
  });

  test('every single digit and letter changed is found', async () => {
    const text = await textOfBackup(some);
    for (let i = 0; i < text.length; i++) {
      const to = text[i] === '7' ? '8' : '7';
      expect((await refusal(text.slice(0, i) + to + text.slice(i + 1))).reason).toMatch(
        /^(damaged|not-json|truncated|foreign|newer)$/,
      );
    }
  });

  test('the checksums are named', async () => {
    const text = await textOfBackup(some);
    const expected = (JSON.parse(text) as { sha256: string }).sha256;
    const error = await refusal(text.replace('loan-heaters', 'lean-heaters'));
    expect(error).toMatchObject({ reason: 'damaged', path: 'sha256', expected });
    expect(error.found).toMatch(/^[0-9a-f]{64}$/);
    expect(error.found).not.toBe(expected);
  });

  test('without a checksum it is damaged', async () => {
    const { sha256: _, ...rest } = JSON.parse(await textOfBackup(some)) as Record<string, unknown>;
    expect(await refusal(JSON.stringify(rest))).toMatchObject({ reason: 'damaged', expected: 'nothing' });
  });
});

describe('row 38: a file from elsewhere', () => {
  test.each([
    '[]',
    '{}',
    'null',
    '3',
    '"x"',
    '{"format":"anki"}',
    '{"format":{"toString":1}}',
    '{"format":["leitstern-backup"]}',
  ])('other JSON is foreign: %s', async (text) => expect((await refusal(text)).reason).toBe('foreign'));

  test.each(['hello', '%PDF-1.7', '{"a":1}}', '{a:1}', 'NaN'])('what is no JSON is said to be none: %s', async (text) =>
    expect((await refusal(text)).reason).toBe('not-json'),
  );

  test('row 36: another encoding is no JSON', async () => {
    const text = await textOfBackup(some);
    expect((await refusal(new Blob([Buffer.from(text, 'latin1')]))).reason).toBe('not-json');
    expect((await refusal(new Blob([Buffer.from('\ufeff' + text, 'utf16le')]))).reason).toBe('not-json');
  });

  test('a newer version’s file is refused as such, whatever stands in it', async () => {
    expect(await refusal(await forged({ answers: 7 }, { version: 2, more: [] }))).toMatchObject({
      reason: 'newer',
      expected: '1',
      found: '2',
    });
    expect((await refusal('{"format":"leitstern-backup","version":1e999}')).reason).toBe('newer');
  });

  test.each([0, -1, 0.5, '1', true, null, [1]])('there is no version %j', async (version) => {
    expect(await refusal(await forged(some, { version }))).toMatchObject({ reason: 'invalid', path: 'version' });
  });

  test('row 16: everything of a newer database can be saved, for the newer app', async () => {
    const raw = { version: 2, stores: { answers: [{ id: '1', mood: 'new' }], settings: [['round', null]] } };
    const file = await makeRawBackup(raw, origin);
    expect(JSON.parse(await file.text())).toMatchObject({ format: 'leitstern-raw', app: '1.2.3', ...raw });
    expect(await refusal(file)).toMatchObject({ reason: 'newer', found: '2' });
    expect((await refusal(await makeRawBackup({ ...raw, version: 1 }, origin))).reason).toBe('invalid');
  });

  test('any JSON is refused by a BackupError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.jsonValue(), async (text, value) => {
        await refusal(text);
        await refusal(JSON.stringify({ format: 'leitstern-backup', version: 1, facts: value }));
        await refusal(await forged(value));
        await refusal(await forged({ answers: [value], notes: [] }));
      }),
    );
  });
});

const aCheckOf = (scenes: number) => ({
  ...{ id: 'c', kind: 'check', pack: 'leitstern', at: 1, changed: 1 },
  scenes: Array.from({ length: scenes }, () => ({ scenario: 'a/1', attempt: 'x.1' })),
});

describe('a file with a right checksum that the app never wrote', () => {
  const withAnswer = (over: object) =>
    forged({ answers: [anAnswer({ id: '1' }), { ...anAnswer({ id: '2' }), ...over }], notes: [] });
  const withNote = (over: object) => forged({ answers: [], notes: [{ ...aBookmark(), ...over }] });

  test.each([
    ['id', ''],
    ['id', 'x'.repeat(201)],
    ['id', 7],
    ['id', null],
    ['attempt', '\0'],
    ['pack', 'a\u001fb'],
    ['scenario', '\ud800'],
    ['turn', 'a\udc00'],
    ['version', {}],
    ['confidence', 'certain'],
    ['where', 'elsewhere'],
    ['at', 0],
    ['at', -1],
    ['at', 1.5],
    ['at', 1e300],
    ['at', '5'],
    ['at', Date.UTC(2200, 0)],
    ['day', '2026-02-29'],
    ['day', '2026-13-01'],
    ['day', '2026-00-10'],
    ['day', '2026-1-1'],
    ['day', '2026-03-01T00:00'],
    ['day', 20260301],
  ])('rows 35 and 36: an answer’s %s is checked: %j', async (field, value) => {
    const error = await refusal(await withAnswer({ [field]: value }));
    expect(error).toMatchObject({ reason: 'invalid', path: `facts.answers.1.${field}` });
    expect(error.expected).not.toBe('');
  });

  test.each([4, -1, 1.5, '3', null])('marks are 0 to 3: %j', async (customer) => {
    expect(await refusal(await withAnswer({ marks: { customer, business: 1 } }))).toMatchObject({
      path: 'facts.answers.1.marks.customer',
      expected: '0 to 3',
    });
  });

  test('minus nought is no mark, though it adds up to the same checksum', async () => {
    const text = (await withAnswer({ marks: { customer: 0, business: 1 } })).replace('"customer":0', '"customer":-0');
    expect(await refusal(text)).toMatchObject({ reason: 'invalid', path: 'facts.answers.1.marks.customer' });
  });

  test('a check of 500 scenes is a check', async () => {
    expect((await readBackup(await forged({ answers: [], notes: [aCheckOf(500)] }))).notes).toHaveLength(1);
  });

  test('a leap day is a day', async () => {
    expect((await readBackup(await withAnswer({ day: '2028-02-29' }))).answers).toHaveLength(2);
  });

  test.each([
    [() => withAnswer({ more: 1 }), 'facts.answers.1.more'],
    [() => withAnswer({ marks: { customer: 1, business: 1, other: 1 } }), 'facts.answers.1.marks.other'],
    [() => withAnswer({ marks: [1, 1] }), 'facts.answers.1.marks.customer'],
    [() => withNote({ more: 1 }), 'facts.notes.0.more'],
    [() => forged({ answers: [], notes: [aCheckOf(501)] }), 'facts.notes.0.scenes'],
    [() => withNote({ kind: 'poem' }), 'facts.notes.0.kind'],
    [() => withNote({ removed: false }), 'facts.notes.0.removed'],
    [() => withNote({ changed: '1' }), 'facts.notes.0.changed'],
    [() => withNote({ id: 'bookmark:leitstern:another' }), 'facts.notes.0.id'],
    [() => forged({ answers: [], notes: [], cards: [] }), 'facts.cards'],
    [() => forged({ answers: [] }), 'facts.notes'],
    [() => forged({ answers: {}, notes: [] }), 'facts.answers'],
    [() => forged({ answers: [null], notes: [] }), 'facts.answers.0'],
    [() => forged(null), 'facts'],
    [() => forged(some, { extra: 1 }), 'extra'],
    [() => forged(some, { made: 'today' }), 'made'],
    [() => forged(some, { app: '' }), 'app'],
    [() => forged({ answers: [anAnswer(), anAnswer()], notes: [] }), 'facts.answers.1.id'],
    [() => forged({ answers: [], notes: [aBookmark(), aBookmark()] }), 'facts.notes.1.id'],
  ])('rows 35 and 36: every field is checked, twins too (%#)', async (make, path) => {
    expect(await refusal(await make())).toMatchObject({ reason: 'invalid', path });
  });

  test.each(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])(
    'row 29: %s is refused anywhere',
    async (key) => {
      const poison = `{"${key}":{"admin":true}}`;
      for (const text of [
        `{"format":"leitstern-backup","version":1,"facts":${poison}}`,
        `{"format":"leitstern-backup","version":1,"facts":{"answers":[{"marks":${poison}}]}}`,
        `{"${key}":{"format":"leitstern-backup"},"format":"leitstern-backup","version":1}`,
      ]) {
        const error = await refusal(text);
        expect(error.reason).toBe('invalid');
        expect(error.path).toContain(JSON.parse(`"${key}"`));
      }
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
    },
  );
});
