/** Fields that hold prose; those of one kind stand together on the wire, which compresses better than scene by scene. */
const prose = ['title', 'situation', 'says', 'text', 'reaction', 'why', 'takeaway', 'meaning'];

/** A value whose prose stands apart, by field, in the order in which it is met. */
export interface Wire {
  prose: Record<string, string[]>;
  rest: unknown;
}

export function packed(value: unknown): Wire {
  const columns: Record<string, string[]> = {};
  const rest = JSON.parse(
    JSON.stringify(value, (key, each: unknown) => {
      if (typeof each !== 'string' || !prose.includes(key)) return each;
      (columns[key] ??= []).push(each);
      return null;
    }),
  ) as unknown;
  return { prose: columns, rest };
}

/** The value again. `null` does not occur in a pack but for prose. */
export function unpacked(wire: Wire): unknown {
  const next: Record<string, number> = {};
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const fields = node as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      if (fields[key] === null) {
        const place = next[key] ?? 0;
        next[key] = place + 1;
        fields[key] = wire.prose[key]?.[place];
      } else walk(fields[key]);
    }
  };
  walk(wire.rest);
  return wire.rest;
}

/** The same JSON or program with every character beyond U+00FF as an escape. */
export const inLatin1 = (code: string): string => escaped(code, /[^\0-\xff]/g);

const escaped = (code: string, units: RegExp) =>
  code.replace(units, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same JSON with every character beyond ASCII as an escape: a browser decodes nothing faster. */
export const inAscii = (json: string): string => escaped(json, /[^\0-\x7f]/g);
