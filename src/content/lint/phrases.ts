import type { Language, Pack, Response } from '../../domain/pack';
import { noRemarks, type Finding, type Remarks } from './finding';
import { isBest } from './texts';
import { baseOf } from './words';

interface Banned {
  phrase: RegExp;
  why: string;
}

const lecture = 'it tells a customer off';
const wall = 'it closes the talk instead of naming what can be done';
const absolute = 'an absolute gives the mark of a response away';

/** Matched on lower case, with a single space for all that is not a letter, figure or apostrophe. */
const inBest: Record<string, Banned[]> = {
  de: [
    { phrase: /leider müssen wir|wir müssen leider|müssen wir leider/, why: wall },
    { phrase: /da kann (?:ich|man) (?:leider |auch |jetzt )*nichts machen/, why: wall },
    { phrase: /wie (?:bereits|schon) erwähnt/, why: lecture },
    { phrase: /(?:beruhigen sie sich|sie sich (?:doch |bitte |erst einmal )*beruhigen)/, why: lecture },
  ],
  en: [
    { phrase: /(?:unfortunately|regrettably) we(?:'ll)? (?:must|have to|need to)/, why: wall },
    { phrase: /we(?:'ll)? unfortunately (?:must|have to|need to)/, why: wall },
    { phrase: /(?:there's |there is )?nothing (?:that )?i can do/, why: wall },
    { phrase: /as (?:i |we )?(?:already |previously )?(?:mentioned|stated)/, why: lecture },
    { phrase: /calm down/, why: lecture },
  ],
};
const inAll: Record<string, Banned[]> = {
  de: [
    { phrase: /(?<!noch )immer(?! noch)/, why: absolute },
    { phrase: /nie|niemals/, why: absolute },
  ],
  en: [{ phrase: /always|never(?! mind)/, why: absolute }],
};

function found(text: string, banned: Banned[]): { quote: string; why: string }[] {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ');
  return banned.flatMap(({ phrase, why }) => {
    const quote = new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrase.source})(?![\\p{L}\\p{N}])`, 'u').exec(plain)?.[0];
    return quote === undefined ? [] : [{ quote, why }];
  });
}

function messages(response: Response, language: Language): string[] {
  const base = baseOf(language);
  const best = isBest(response) ? found(response.text, inBest[base] ?? []) : [];
  const all = found(response.text, inAll[base] ?? []);
  return [
    ...best.map(({ quote, why }) => `"${quote}" must not stand in a best response: ${why}.`),
    ...all.map(({ quote, why }) => `"${quote}" must not stand in any response: ${why}.`),
  ];
}

/** Phrases that no best response, and words that no response may use. */
export function phraseRules(pack: Pack): Remarks {
  const { language } = pack;
  const findings = pack.scenarios.flatMap((scenario) =>
    scenario.turns.flatMap((turn) =>
      turn.responses.flatMap((response) =>
        messages(response, language).map((message): Finding => {
          return { scenario: scenario.id, language, turn: turn.id, response: response.id, rule: 'phrases', message };
        }),
      ),
    ),
  );
  return { ...noRemarks(), findings };
}
