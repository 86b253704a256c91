import type { ScenarioId } from '../domain/ids.ts';
import { checkBank, type Bank } from './check.ts';
import { findingAt, sorted, type Finding } from './finding.ts';
import { readYaml, type Source } from './source.ts';

/** One file of a pack as it was found. */
export interface PackFile {
  /** As findings name it. */
  file: string;
  /** Path inside the pack with `/`: `pack.yaml`, or `<industry>/<slug>.yaml`. */
  name: string;
  text: string;
}

/**
 * Reads and checks the files of a pack. Pure; the disk is `folder.ts`.
 *
 * @returns the bank only where there is no finding
 */
export function readBank(files: readonly PackFile[]): { findings: Finding[]; bank: Bank | undefined } {
  const findings: Finding[] = [];
  const sources = new Map<string, { file: PackFile; source: Source | undefined }>();
  for (const file of files) {
    const { faults, source } = readYaml(file.text);
    for (const { offset, message } of faults) findings.push(findingAt(file.file, file.text, offset, [], message));
    sources.set(file.name, { file, source });
  }

  const valueOf = (name: string) => sources.get(name)?.source?.value;
  const scenarios = new Map<ScenarioId, unknown>();
  for (const name of sources.keys()) if (name !== 'pack.yaml') scenarios.set(idOf(name), valueOf(name));

  const { issues, bank } = checkBank(valueOf('pack.yaml'), scenarios);
  for (const { scenario, path, message, key } of issues) {
    const found = sources.get(scenario === undefined ? 'pack.yaml' : `${scenario}.yaml`);
    const offset = found?.source?.locate(path, key) ?? 0;
    if (found) findings.push(findingAt(found.file.file, found.file.text, offset, path, message));
  }
  return { findings: sorted(findings), bank: findings.length === 0 ? bank : undefined };
}

const idOf = (name: string): ScenarioId => name.replace(/\.yaml$/, '');
