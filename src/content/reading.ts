import { type Mark, type Marks, pointsOf } from '../domain/marks.ts';
import type { Pack, Response, Turn } from '../domain/pack.ts';
import { hash, seeded, shuffled } from '../domain/random.ts';

/** What one reader said of one response, without having seen marks or explanations. */
export interface Reading {
  reader: string;
  language: string;
  scenario: string;
  turn: string;
  response: string;
  marks: Marks;
  /** Named as the best response of its turn. */
  best: boolean;
}

/** Where a turn stands among its readings. */
export interface TurnAgreement {
  language: string;
  scenario: string;
  turn: string;
  /** The response with 3/3. */
  key: string;
  /** Readers for each response named best. */
  votes: Record<string, number>;
  /** The key has the most votes, alone. */
  agreed: boolean;
  /** Spearman's rank correlation of the key's points with the readers' mean points; 0 where one side is constant. */
  correlation: number;
}

/** The responses of a turn in an order of the reader's own. */
export const sheetOrder = (turn: Turn, scenario: string, reader: string): Response[] =>
  shuffled(turn.responses, seeded(hash(`${reader} ${scenario} ${turn.id}`)));

/** What a reader gets: scenes without marks, explanations, reactions, tags or principles; responses by letters. */
export function sheetOf(pack: Pack, reader: string): string {
  return pack.scenarios
    .flatMap((scenario) => [
      `# ${scenario.id} · ${scenario.channel} · ${scenario.title}`,
      ...scenario.turns.flatMap((turn) => [
        `## ${turn.id}`,
        turn.situation,
        turn.subject ? `[${turn.subject}]` : '',
        turn.stars ? `[${turn.stars}/5 ★]` : '',
        `${turn.customer.name}: ${turn.customer.says}`,
        ...sheetOrder(turn, scenario.id, reader).map((response, i) => `${'ABCD'[i]}) ${response.text}`),
        '',
      ]),
    ])
    .filter((line, i, all) => line !== '' || all[i - 1] !== '')
    .join('\n');
}

/** Ranks from 1, ties shared. */
function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

/** Spearman's rho, as Pearson's r of the ranks; 0 where one side is constant. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (of: (i: number) => number) => x.reduce((total, _, i) => total + of(i), 0);
  const spread = Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2));
  return spread === 0 ? 0 : sum((i) => (x[i]! - mx) * (y[i]! - my)) / spread;
}

/** Every turn of a pack against its readings in the pack's language; turns nobody read are left out. */
export function agreementOf(pack: Pack, readings: readonly Reading[]): TurnAgreement[] {
  return pack.scenarios.flatMap((scenario) =>
    scenario.turns.flatMap((turn) => {
      const own = readings.filter(
        (each) => each.language === pack.language && each.scenario === scenario.id && each.turn === turn.id,
      );
      if (!own.length) return [];
      const votes: Record<string, number> = {};
      for (const { response, best } of own) if (best) votes[response] = (votes[response] ?? 0) + 1;
      const key = turn.responses.find(({ marks }) => pointsOf(marks) === 3)!.id;
      const most = Math.max(...Object.values(votes));
      const leaders = Object.keys(votes).filter((id) => votes[id] === most);
      const meanPoints = turn.responses.map(({ id }) => {
        const points = own.filter(({ response }) => response === id).map(({ marks }) => pointsOf(marks));
        return points.reduce<number>((sum, each) => sum + each, 0) / points.length;
      });
      const correlation = spearman(
        turn.responses.map(({ marks }) => pointsOf(marks)),
        meanPoints,
      );
      const agreed = leaders.length === 1 && leaders[0] === key;
      return [{ language: pack.language, scenario: scenario.id, turn: turn.id, key, votes, agreed, correlation }];
    }),
  );
}

const head = 'reader,language,scenario,turn,response,customer,business,best';

export const csvOf = (readings: readonly Reading[]): string =>
  [
    head,
    ...readings.map((each) =>
      [
        each.reader,
        each.language,
        each.scenario,
        each.turn,
        each.response,
        each.marks.customer,
        each.marks.business,
        each.best ? 1 : 0,
      ].join(','),
    ),
    '',
  ].join('\n');

/** @throws {Error} naming the line that is not a reading */
export function readingsOf(csv: string): Reading[] {
  const [first, ...lines] = csv.trim().split('\n');
  if (first !== head) throw new Error(`line 1: expected "${head}", found "${first}"`);
  return lines.map((line, i) => {
    const [reader, language, scenario, turn, response, customer, business, best] = line.split(',');
    const sound =
      reader &&
      language &&
      scenario &&
      turn &&
      response &&
      /^[0-3]$/.test(customer ?? '') &&
      /^[0-3]$/.test(business ?? '') &&
      /^[01]$/.test(best ?? '');
    if (!sound) throw new Error(`line ${i + 2}: expected a reading, found "${line}"`);
    const marks = { customer: Number(customer) as Mark, business: Number(business) as Mark };
    return { reader, language, scenario, turn, response, marks, best: best === '1' };
  });
}
