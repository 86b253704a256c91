import type { ScenarioId } from '../domain/ids.ts';
import { checkBank, type Bank, type BankIssue } from './check.ts';
import { findingsIn, sorted, type Finding } from './finding.ts';
import { readYaml, type Source } from './source.ts';

/** One file of a pack as it was found. */
export interface PackFile {
  /** As findings name it. */
  file: string;
  /** Path inside the pack with `/`: `pack.yaml`, or `<industry>/<slug>.yaml`. */
  name: string;
  /** `undefined` if it could not be read; whoever tried has said why. */
  text: string | undefined;
}

/**
 * Reads and checks the files of a pack. Pure; the disk is `folder.ts`.
 *
 * @returns the bank only where there is no finding
 */
export function readBank(files: readonly PackFile[]): { findings: Finding[]; bank: Bank | undefined } {
  const findings: Finding[] = [];
  const sources = new Map<string, Source>();
  for (const { file, name, text } of files) {
    if (text === undefined) continue;
    const { faults, source } = readYaml(text);
    const finding = findingsIn(file, text);
    findings.push(...faults.map(({ offset, message }) => finding(offset, [], message)));
    if (source) sources.set(name, source);
  }

  const scenarios = new Map<ScenarioId, unknown>();
  for (const { name } of files) if (name !== 'pack.yaml') scenarios.set(idOf(name), sources.get(name)?.value);

  const { issues, bank } = checkBank(sources.get('pack.yaml')?.value, scenarios);
  for (const { file, name, text } of files) {
    const scenario = name === 'pack.yaml' ? undefined : idOf(name);
    const own = issues.filter((issue) => issue.scenario === scenario);
    const finding = findingsIn(file, text ?? '');
    const offset = ({ path, key }: BankIssue) => sources.get(name)?.locate(path, key) ?? 0;
    for (const issue of own) findings.push(finding(offset(issue), issue.path, issue.message));
  }
  return { findings: sorted(findings), bank: findings.length === 0 ? bank : undefined };
}

const idOf = (name: string): ScenarioId => name.replace(/\.yaml$/, '');
