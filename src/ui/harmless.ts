/** Controls, halves of characters, direction, invisible letters, tags; not line breaks, tabs and joiners. */
const hidden =
  /[^\P{C}\n\t\u200c\u200d\u00ad]|[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u3164\uffa0]/gu;

/** What joiners are for: emoji of several, and scripts whose letters join. */
const joined = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]|(?!\p{Script=Latin})[\p{L}\p{M}]/u;

/** Marks above and below letters; no language piles up more than four. */
const piles = /(\p{M}{4})\p{M}+/gu;

/**
 * A text that a person or a file has brought, without what could make it look like something else than it is: characters
 * that turn the direction of writing or are not to be seen (U+202E, U+2066, U+200B …), and towers of marks.
 */
export const harmless = (text: string): string =>
  text
    .replace(hidden, '')
    .replace(/(.?)([\u200c\u200d])[\u200c\u200d]*/gsu, (_, before: string, joiner: string) =>
      joined.test(before) ? before + joiner : before,
    )
    .replace(piles, '$1');

/** Whatever ends a line in a text from elsewhere; Word has \v within a paragraph. */
const lineEnds = /\r\n?|[\v\f\x85\u2028\u2029]/g;

/** A text that a person has written or pasted, as it is kept: lines end in one way, and what storage refuses is gone. */
export const tidied = (text: string): string => harmless(text.replace(lineEnds, '\n')).trim();
