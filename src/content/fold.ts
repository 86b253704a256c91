/** Letters that Unicode does not take apart into a letter and its mark. */
const alike: Record<string, string> = { ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };

const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđıς]/g, (letter) => alike[letter] ?? letter);

/**
 * Text as it is compared in a search: lower case, without marks, and with "ae", "oe", "ue" as "a", "o", "u", so that
 * "Müller", "Mueller" and "muller" are the same. Idempotent.
 */
export const fold = (text: string): string => lettersOf(text).replace(/([aou])e+/g, '$1');

export interface Folded {
  text: string;
  /** For each unit of the folded text, where its character begins in the original; one more for the end. */
  from: number[];
}

/** As {@link fold}, remembering where each folded character came from. */
export function foldWithPlaces(text: string): Folded {
  const units: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    // Most characters are plain, and normalising each of them is what would take time.
    const letters = character < '\x80' ? character.toLowerCase() : lettersOf(character);
    for (const unit of letters.split('')) {
      if (unit === 'e' && /[aou]/.test(units.at(-1) ?? '')) continue;
      units.push(unit);
      from.push(at);
    }
    at += character.length;
  }
  return { text: units.join(''), from: [...from, text.length] };
}
