import { isMapping } from './fields.ts';
import type { Issue } from './issue.ts';
import { references, repeated, texts } from './rules.ts';

/** The ids in the charter of a pack in source form, whole or not; `undefined` where there is none to be read. */
export function charterIds(pack: unknown): Set<string> | undefined {
  const charter = isMapping(pack) ? pack['charter'] : undefined;
  return Array.isArray(charter) ? new Set(texts(charter.map(idOf)).map(([, id]) => id)) : undefined;
}

const idOf = (principle: unknown): unknown => (isMapping(principle) ? principle['id'] : undefined);

/**
 * What must hold in `pack.yaml` and no schema can say. Takes any value and passes over whatever the schema complains
 * about.
 *
 * @param scenarios the scenarios by id in source form; `undefined` for one that could not be read
 */
export function packIssues(pack: unknown, scenarios: ReadonlyMap<string, unknown>): Issue[] {
  if (!isMapping(pack)) return [];
  const ids = Array.isArray(pack['charter']) ? pack['charter'].map(idOf) : [];
  const charter = charterIds(pack);
  return [
    ...repeated(pack['languages'], ['languages']),
    ...repeated(ids, ['charter']).map((issue) => ({ ...issue, path: [...issue.path, 'id'] })),
    ...references(pack['path'], charter, ['path']),
    ...missingFrom(pack['path'], charter),
    ...firstIssues(pack['first'], scenarios),
  ];
}

function missingFrom(path: unknown, charter: ReadonlySet<string> | undefined): Issue[] {
  if (!Array.isArray(path) || !charter) return [];
  const there = new Set<unknown>(path);
  const missing = [...charter].filter((id) => !there.has(id));
  if (missing.length === 0) return [];
  return [{ path: ['path'], message: `expected every principle of the charter, found none of ${missing.join(', ')}` }];
}

function firstIssues(first: unknown, scenarios: ReadonlyMap<string, unknown>): Issue[] {
  if (typeof first !== 'string') return [];
  if (!scenarios.has(first))
    return [{ path: ['first'], message: `expected a scenario of this pack, found "${first}"` }];
  const scenario = scenarios.get(first);
  const turns = isMapping(scenario) && isMapping(scenario['turns']) ? Object.keys(scenario['turns']).length : 1;
  if (turns <= 1) return [];
  return [{ path: ['first'], message: `expected a scenario with one turn, found ${turns} turns in "${first}"` }];
}
