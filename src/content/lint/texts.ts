import type { ResponseId, TurnId } from '../../domain/ids';
import type { Pack, Response, Scenario, Turn } from '../../domain/pack';

export type Field =
  'title' | 'situation' | 'subject' | 'customer says' | 'response' | 'reaction' | 'explanation' | 'takeaway';

/** One text of a scenario and where it stands. */
export interface Text {
  turn?: TurnId;
  response?: ResponseId;
  field: Field;
  text: string;
}

function textsOfTurn(turn: Turn): Text[] {
  const at = { turn: turn.id };
  return [
    { ...at, field: 'situation', text: turn.situation },
    { ...at, field: 'customer says', text: turn.customer.says },
    ...(turn.subject === undefined ? [] : [{ ...at, field: 'subject' as const, text: turn.subject }]),
    ...turn.responses.flatMap((response): Text[] => [
      { ...at, response: response.id, field: 'response', text: response.text },
      { ...at, response: response.id, field: 'reaction', text: response.reaction },
      { ...at, response: response.id, field: 'explanation', text: response.why },
    ]),
  ];
}

/** All texts of a scenario, in reading order. */
export const textsOf = (scenario: Scenario): Text[] => [
  { field: 'title', text: scenario.title },
  ...scenario.turns.flatMap(textsOfTurn),
  { field: 'takeaway', text: scenario.takeaway },
];

export const isBest = (response: Response): boolean => response.marks.customer === 3 && response.marks.business === 3;

/** A turn with one best response, as statistics over the bank count it. */
export interface Item {
  scenario: Scenario;
  turn: Turn;
  /** Index of the best response. */
  best: number;
}

/** The turns of a bank that have exactly one best response and a choice. */
export function itemsOf(pack: Pack): Item[] {
  return pack.scenarios.flatMap((scenario) =>
    scenario.turns.flatMap((turn) => {
      const best = turn.responses.findIndex(isBest);
      const sole = best >= 0 && turn.responses.findLastIndex(isBest) === best && turn.responses.length > 1;
      return sole ? [{ scenario, turn, best }] : [];
    }),
  );
}
