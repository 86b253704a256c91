import { harmless } from '../../ui/harmless';
import { matches, search, type SearchIndex } from '../../content/search';
import type { Moment } from '../../domain/note';
import type { ScenarioId } from '../../domain/ids';
import type { Pack, Scenario } from '../../domain/pack';
import { isMistake, type Progress } from '../../domain/progress';

export const shows = ['mistakes', 'bookmarks', 'untried', 'moments'] as const;

/** What a person looks for; an empty string stands for all. */
export interface Filter {
  words: string;
  principle: string;
  channel: string;
  industry: string;
  show: string;
}

/** From the part of the address behind `?`, and back: so that a way back finds the list as it was left. */
export const filterOf = (query: URLSearchParams): Filter => ({
  words: harmless((query.get('q') ?? '').slice(0, 100)),
  principle: query.get('principle') ?? '',
  channel: query.get('channel') ?? '',
  industry: query.get('industry') ?? '',
  show: query.get('show') ?? '',
});

export function hashOf({ words, ...rest }: Filter): string {
  const set = Object.entries({ q: words, ...rest }).filter(([, value]) => value);
  return set.length ? `#/library?${new URLSearchParams(set)}` : '#/library';
}

export const stateOf = (progress: Progress, id: ScenarioId): 'untried' | 'missed' | 'hit' =>
  !progress.scenarios.has(id) ? 'untried' : isMistake(progress, id) ? 'missed' : 'hit';

/** The scenes that fit, best first where words were given, else in the pack's order. */
export function filtered(
  pack: Pack,
  index: SearchIndex,
  filter: Filter,
  progress: Progress,
  isBookmarked: (id: ScenarioId) => boolean,
): Scenario[] {
  const found = filter.words.trim()
    ? search(index, filter.words).flatMap((id) => pack.scenarios.find((scenario) => scenario.id === id) ?? [])
    : pack.scenarios;
  const shown = (id: ScenarioId) =>
    filter.show === 'moments'
      ? false
      : filter.show === 'bookmarks'
        ? isBookmarked(id)
        : filter.show === 'mistakes'
          ? stateOf(progress, id) === 'missed'
          : filter.show !== 'untried' || stateOf(progress, id) === 'untried';
  return found.filter(
    (scenario) =>
      (!filter.principle || scenario.principles.includes(filter.principle)) &&
      (!filter.channel || scenario.channel === filter.channel) &&
      (!filter.industry || scenario.industry === filter.industry) &&
      shown(scenario.id),
  );
}

/** The person's own moments that fit: they stand beside the scenes and are found by the same words. */
export const filteredMoments = (moments: readonly Moment[], filter: Filter): Moment[] =>
  filter.industry || (filter.show && filter.show !== 'moments')
    ? []
    : moments.filter(
        (moment) =>
          (!filter.principle || moment.principle === filter.principle) &&
          (!filter.channel || moment.channel === filter.channel) &&
          matches(`${moment.text}\n${moment.next}`, filter.words),
      );
