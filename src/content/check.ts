import * as v from 'valibot';
import type { ScenarioId } from '../domain/ids.ts';
import { charterIds, packIssues } from './charter.ts';
import { isMapping } from './fields.ts';
import type { Issue } from './issue.ts';
import { scenarioIssues } from './rules.ts';
import {
  languagesSchema,
  packSchema,
  scenarioId,
  scenarioSchema,
  type PackSource,
  type ScenarioSource,
} from './schema.ts';

/** A pack in source form that stands every rule: all its languages, charter and scenarios. */
export interface Bank {
  pack: PackSource;
  scenarios: Map<ScenarioId, ScenarioSource>;
}

export interface BankIssue extends Issue {
  /** Where it is; without it in the pack itself. */
  scenario?: ScenarioId;
}

/**
 * The one check that a pack passes before it is built, linted or imported: schema and rules over everything, all issues
 * at once. Pure, and safe with whatever `JSON.parse` or the reading of YAML can return.
 *
 * @param pack what `pack.yaml` holds; `undefined` if it could not be read, then nothing is said about it
 * @param scenarios what the scenarios hold by id; `undefined` for one that could not be read
 * @returns the bank only where there is no issue
 */
export function checkBank(
  pack: unknown,
  scenarios: ReadonlyMap<ScenarioId, unknown>,
): { issues: BankIssue[]; bank: Bank | undefined } {
  const languages = languagesOf(pack);
  const charter = charterIds(pack);
  const issues: BankIssue[] = [];

  const checked = v.safeParse(packSchema(languages), pack);
  if (pack !== undefined) issues.push(...(checked.issues ?? []).map(toIssue), ...packIssues(pack, scenarios));

  const schema = scenarioSchema(languages);
  const sound = new Map<ScenarioId, ScenarioSource>();
  for (const [scenario, value] of scenarios) {
    const result = v.safeParse(schema, value);
    if (result.success) sound.set(scenario, result.output);
    if (value === undefined) continue;
    const named = v.safeParse(scenarioId, scenario).issues ?? [];
    const own = [...[...named, ...(result.issues ?? [])].map(toIssue), ...scenarioIssues(value, charter)];
    issues.push(...own.map((issue) => ({ ...issue, scenario })));
  }

  const whole = issues.length === 0 && checked.success && sound.size === scenarios.size;
  return { issues, bank: whole ? { pack: checked.output, scenarios: sound } : undefined };
}

function languagesOf(pack: unknown): string[] | undefined {
  const result = v.safeParse(languagesSchema, isMapping(pack) ? pack['languages'] : undefined);
  return result.success ? result.output : undefined;
}

function toIssue(issue: v.BaseIssue<unknown>): Issue {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const atName = issue.type === 'never' || issue.path?.at(-1)?.origin === 'key';
  return { path, message: issue.message, ...(atName && { key: true }) };
}
