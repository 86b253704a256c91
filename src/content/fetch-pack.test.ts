import { expect, test, vi } from 'vitest';
import { pack, scenario } from '../domain/pack.fixture';
import { fetchPack } from './fetch-pack';
import { packFile } from './modules';

const whole = pack([scenario('a/a', { title: 'Grüße aus Łódź 🎈' }), scenario('b/b')]);

/** A host that answers in parts of that many bytes. */
function answers(bytes: Uint8Array, size: number, status = 200) {
  const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size));
  const body = new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([1, 7, 1_000_000])('a pack comes whole in parts of %i bytes', async (size) => {
  answers(utf8(packFile(whole)), size);
  await expect(fetchPack('pack.json')).resolves.toEqual(whole);
});

test('a part may end within a character', async () => {
  answers(utf8(JSON.stringify(JSON.parse(packFile(whole)))), 1);
  await expect(fetchPack('pack.json')).resolves.toEqual(whole);
});

test('what is no pack is refused', async () => {
  answers(utf8('not found'), 100, 404);
  await expect(fetchPack('pack.json')).rejects.toThrow('pack.json: 404');
  answers(utf8('<!doctype html><p>Login'), 100);
  await expect(fetchPack('pack.json')).rejects.toThrow(SyntaxError);
  const file = packFile(whole);
  answers(utf8(file.slice(0, file.length / 2)), 100);
  await expect(fetchPack('pack.json')).rejects.toThrow(SyntaxError);
});
