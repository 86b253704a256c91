import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, response, scenario, turn } from '../domain/pack.fixture';
import { inAscii, inLatin1, packed, unpacked } from './wire';

test('what is unpacked is what was packed', () => {
  const text = fc.string({ unit: 'grapheme' });
  const scene = fc.tuple(text, text, fc.array(text, { minLength: 1, maxLength: 4 })).map(([title, says, texts]) =>
    scenario('a/a', {
      title,
      turns: [
        {
          ...turn(
            't',
            texts.map((each, i) => response(`r${i}`, 3, 1, { text: each, why: title })),
          ),
          customer: { name: 'N', says },
        },
      ],
    }),
  );
  fc.assert(
    fc.property(fc.array(scene, { minLength: 1, maxLength: 4 }), (scenes) => {
      const whole = pack(scenes);
      expect(unpacked(JSON.parse(JSON.stringify(packed(whole))) as ReturnType<typeof packed>)).toEqual(whole);
    }),
  );
});

test('prose of one kind stands together', () => {
  expect(packed(pack([scenario('a/a'), scenario('b/b')])).prose['title']).toEqual([
    'Our charter',
    'title a/a',
    'title b/b',
  ]);
});

test.each([
  ['Latin-1', inLatin1, /^[\0-\xff]*$/],
  ['ASCII', inAscii, /^[\0-\x7f]*$/],
])('JSON in %s says the same', (_, inFew, few) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = inFew(JSON.stringify([text, '„Grüße“, Łódź, 5 € 🎈']));
      expect(JSON.parse(json)).toEqual([text, '„Grüße“, Łódź, 5 € 🎈']);
      expect(json).toMatch(few);
    }),
  );
});
