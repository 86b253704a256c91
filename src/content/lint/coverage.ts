import type { PrincipleId } from '../../domain/ids';
import { channels, tags, type Channel, type Pack } from '../../domain/pack';
import { noRemarks, type Finding, type Remarks } from './finding';

/** A bank of this many scenes must be covered as a whole. */
export const wholeBank = 72;

export const places = ['in person', 'in writing', 'phone'] as const;
export type PlaceOfTalk = (typeof places)[number];

const placeOf: Partial<Record<Channel, PlaceOfTalk>> = {
  'in-person': 'in person',
  email: 'in writing',
  chat: 'in writing',
  letter: 'in writing',
  review: 'in writing',
  phone: 'phone',
};

export interface PrincipleCoverage {
  id: PrincipleId;
  /** Scenarios that practise it first. */
  primary: number;
  /** Scenarios that list it at all. */
  listed: number;
  /** Of `listed`; talk among colleagues (`team`) belongs to none of the three. */
  cells: Record<PlaceOfTalk, number>;
}

/** How many scenarios there are of what. */
export interface Coverage {
  scenarios: number;
  dialogues: number;
  principles: PrincipleCoverage[];
  /** Scenarios that each principle should be practised in first. */
  primaryTarget: number;
  cellTarget: number;
  channels: Record<string, number>;
  industries: Record<string, number>;
  tags: Record<string, number>;
  difficulties: Record<string, number>;
}

function countBy(values: string[], known: readonly string[] = []): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(known.map((value) => [value, 0]));
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Counts over one language of the bank; the others have the same. */
export function coverageOf(pack: Pack): Coverage {
  const { scenarios } = pack;
  const principles = pack.charter.map(({ id }): PrincipleCoverage => {
    const listing = scenarios.filter((scenario) => scenario.principles.includes(id));
    const cell = (place: PlaceOfTalk): number => listing.filter(({ channel }) => placeOf[channel] === place).length;
    return {
      id,
      primary: listing.filter((scenario) => scenario.principles[0] === id).length,
      listed: listing.length,
      cells: { 'in person': cell('in person'), 'in writing': cell('in writing'), phone: cell('phone') },
    };
  });
  return {
    scenarios: scenarios.length,
    dialogues: scenarios.filter((scenario) => scenario.turns.length > 1).length,
    principles,
    primaryTarget: scenarios.length >= wholeBank ? 6 : 2,
    cellTarget: 2,
    channels: countBy(
      scenarios.map(({ channel }) => channel),
      channels,
    ),
    industries: countBy(scenarios.map(({ industry }) => industry).sort()),
    tags: countBy(
      scenarios.flatMap((scenario) => scenario.tags),
      tags,
    ),
    difficulties: countBy(
      scenarios.map(({ difficulty }) => String(difficulty)),
      ['1', '2', '3'],
    ),
  };
}

function openCells({ principles, cellTarget }: Coverage): { id: PrincipleId; place: PlaceOfTalk; count: number }[] {
  return principles.flatMap(({ id, cells }) =>
    places.filter((place) => cells[place] < cellTarget).map((place) => ({ id, place, count: cells[place] })),
  );
}

/** Each principle is practised often enough, and in person, in writing and by phone. */
export function coverageRules(coverage: Coverage): Remarks {
  const { principles, primaryTarget, cellTarget, scenarios } = coverage;
  const remarks = noRemarks();
  const say = (message: string): Finding => ({ rule: 'coverage', message });
  // A pack too small to reach the target everywhere is told so, not failed.
  const canReach = scenarios >= primaryTarget * principles.length;
  for (const { id, primary } of principles)
    if (primary < primaryTarget)
      (canReach ? remarks.findings : remarks.notes).push(
        say(
          `Principle "${id}" comes first in ${primary} scenarios, target ${primaryTarget}: write ${primaryTarget - primary} more, or put it first where it carries a scenario.`,
        ),
      );
  const open = openCells(coverage);
  if (scenarios >= wholeBank)
    for (const { id, place, count } of open)
      remarks.findings.push(
        say(
          `Principle "${id}" ${place}: ${count} scenarios, at least ${cellTarget}: move one to this channel or list the principle where it counts.`,
        ),
      );
  else if (open.length > 0)
    remarks.notes.push(
      say(
        `${open.length} of ${principles.length * places.length} cells of principle × channel are open (fewer than ${cellTarget} scenarios); they count from ${wholeBank} scenarios on.`,
      ),
    );
  return remarks;
}
