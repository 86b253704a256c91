import type { Pack, Scenario, Turn } from '../../domain/pack';
import { noRemarks, type Finding, type Remarks } from './finding';
import { textsOf, type Field } from './texts';
import { wordCount } from './words';

/** Words, in any language. */
const most: Partial<Record<Field, number>> = {
  situation: 45,
  'customer says': 35,
  response: 28,
  reaction: 20,
  explanation: 45,
};
const leastResponse = 12;
/** Everything that is read before answering. */
const mostScreen = 190;
/** Longest by shortest response of a turn. */
const mostRatio = 1.35;

function textLimits(scenario: Scenario, language: string): Finding[] {
  return textsOf(scenario).flatMap(({ field, text, ...place }): Finding[] => {
    const count = wordCount(text, language);
    const limit = most[field] ?? Infinity;
    const at = { scenario: scenario.id, language, ...place, rule: 'words' as const };
    if (count > limit)
      return [{ ...at, message: `The ${field} has ${count} words, at most ${limit}: cut ${count - limit}.` }];
    if (field === 'response' && count < leastResponse)
      return [
        {
          ...at,
          message: `The response has ${count} words, at least ${leastResponse}: say what is done, concretely.`,
        },
      ];
    return [];
  });
}

function screenLimit(scenario: Scenario, turn: Turn, language: string): Finding[] {
  const shown = [scenario.title, turn.situation, turn.customer.says, turn.subject ?? ''];
  const count = [...shown, ...turn.responses.map((response) => response.text)].reduce(
    (sum, text) => sum + wordCount(text, language),
    0,
  );
  if (count <= mostScreen) return [];
  const message = `The screen before answering has ${count} words, at most ${mostScreen}: cut ${count - mostScreen} in situation, speech or responses.`;
  return [{ scenario: scenario.id, language, turn: turn.id, rule: 'words', message }];
}

function ratioLimit(scenario: Scenario, turn: Turn, language: string): Finding[] {
  const sized = turn.responses
    .map((response) => ({ id: response.id, count: wordCount(response.text, language) }))
    .sort((a, b) => a.count - b.count);
  const [shortest, longest] = [sized[0], sized.at(-1)];
  if (!shortest || !longest || longest.count <= shortest.count * mostRatio + 1e-9) return [];
  const ratio = shortest.count === 0 ? '∞' : (longest.count / shortest.count).toFixed(2);
  const message = `The longest response is ${ratio} times the shortest, at most ${mostRatio}: shorten "${longest.id}" (${longest.count} words) or lengthen "${shortest.id}" (${shortest.count}), so that length says nothing.`;
  return [{ scenario: scenario.id, language, turn: turn.id, rule: 'length-ratio', message }];
}

/** Word limits of every text and every screen, and the lengths within a turn. */
export function limitRules(pack: Pack): Remarks {
  const { language } = pack;
  const findings = pack.scenarios.flatMap((scenario) => [
    ...textLimits(scenario, language),
    ...scenario.turns.flatMap((turn) => [
      ...screenLimit(scenario, turn, language),
      ...ratioLimit(scenario, turn, language),
    ]),
  ]);
  return { ...noRemarks(), findings };
}
