import { leanOf } from '../../domain/marks';
import { leanings, type Leaning, type Pack } from '../../domain/pack';
import { bandAround, describeBand, isAbove, isBelow, mean, percent, type Band } from './chance';
import { noRemarks, type Remarks } from './finding';
import { itemsOf, isBest, type Item } from './texts';

/** A share (0 to 1) of the bank beside the band that it should be in. */
export interface Share {
  share: number;
  count: number;
  band: Band;
}

/** What is the same in every language: where wrong responses err, where best ones lie and stand. */
export interface Balance {
  /** Turns with exactly one best response. */
  turns: number;
  wrong: { soft: Share; hard: number; absent: number; compromise: number; all: number };
  best: Record<Leaning, Share>;
  /** Of the best response, as written: first, second, … */
  positions: Share[];
}

const wantedLeanings: Record<Leaning, number> = { firm: 1 / 3, middle: 1 / 2, generous: 1 / 5 };

function positionsOf(items: Item[]): Share[] {
  const most = Math.max(0, ...items.map(({ turn }) => turn.responses.length));
  return Array.from({ length: most }, (_, position) => {
    const count = items.filter(({ best }) => best === position).length;
    const expected = mean(items.map(({ turn }) => (position < turn.responses.length ? 1 / turn.responses.length : 0)));
    return { count, share: count / items.length, band: bandAround(expected, 0.07, items.length) };
  });
}

function leaningOf(pack: Pack, leaning: Leaning, turns: number): Share {
  const { length } = pack.scenarios;
  const count = pack.scenarios.filter(({ best }) => best === leaning).length;
  return { count, share: count / Math.max(1, length), band: bandAround(wantedLeanings[leaning], 0.1, turns, length) };
}

export function balanceOf(pack: Pack): Balance {
  const items = itemsOf(pack);
  const turns = pack.scenarios.reduce((sum, scenario) => sum + scenario.turns.length, 0);
  const leans = pack.scenarios
    .flatMap((scenario) => scenario.turns.flatMap((turn) => turn.responses))
    .filter((response) => !isBest(response))
    .map((response) => leanOf(response.marks));
  const count = (is: (lean: number) => boolean): number =>
    leans.filter((lean) => lean !== undefined && is(lean)).length;
  const soft = count((lean) => lean > 0);
  return {
    turns: items.length,
    wrong: {
      soft: {
        count: soft,
        share: soft / Math.max(1, leans.length),
        band: bandAround(0.5, 0.1, turns, leans.length),
      },
      hard: count((lean) => lean < 0),
      compromise: count((lean) => lean === 0),
      absent: leans.filter((lean) => lean === undefined).length,
      all: leans.length,
    },
    best: {
      firm: leaningOf(pack, 'firm', turns),
      middle: leaningOf(pack, 'middle', turns),
      generous: leaningOf(pack, 'generous', turns),
    },
    positions: positionsOf(items),
  };
}

const isOff = ({ share, band }: Share): boolean => isAbove(share, band) || isBelow(share, band);

/** Errors on both sides, best responses of all kinds, and the best one written anywhere. */
export function balanceRules({ wrong, best, positions, turns }: Balance): Remarks {
  const remarks = noRemarks();
  const { soft } = wrong;
  if (wrong.all > 0 && isOff(soft))
    remarks.findings.push({
      rule: 'direction',
      message: `${percent(soft.share)} of ${wrong.all} wrong responses are too soft, ${describeBand(soft.band)}: write more that are too ${isAbove(soft.share, soft.band) ? 'hard or absent' : 'soft'}, or "the harder one" becomes a good guess.`,
    });
  for (const leaning of leanings)
    if (turns > 0 && isOff(best[leaning]))
      remarks.notes.push({
        rule: 'leaning',
        message: `The best response is ${leaning} in ${percent(best[leaning].share)} of the scenarios, ${describeBand(best[leaning].band)}.`,
      });
  positions.forEach((position, index) => {
    if (isOff(position))
      remarks.findings.push({
        rule: 'position',
        message: `The best response is written as number ${index + 1} in ${percent(position.share)} of ${turns} turns, ${describeBand(position.band)}: reorder responses in some files.`,
      });
  });
  return remarks;
}

/** Each turn has exactly one best response (3/3); every statistic rests on it. */
export function bestRules(pack: Pack): Remarks {
  const findings = pack.scenarios.flatMap((scenario) =>
    scenario.turns
      .map((turn) => ({ turn: turn.id, count: turn.responses.filter(isBest).length }))
      .filter(({ count }) => count !== 1)
      .map(({ turn, count }) => ({
        scenario: scenario.id,
        turn,
        rule: 'best' as const,
        message: `${count} responses are marked 3/3, exactly one is needed; the turn is left out of the statistics.`,
      })),
  );
  return { ...noRemarks(), findings };
}
