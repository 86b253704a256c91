import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.ts';
import { formatFinding } from './finding.ts';
import { readFolder } from './folder.ts';

/** Report for people, and whether all is well. */
async function run(folder: string): Promise<{ text: string; well: boolean }> {
  const { findings, bank } = readFolder(folder);
  if (!bank) return { text: findings.map(formatFinding).join('\n'), well: false };
  // Only now: the lint loads word lists, and whoever mends a file does not want to wait for them.
  const [{ lintBank }, { renderReport }] = await Promise.all([import('./lint/lint.ts'), import('./lint/report.ts')]);
  const report = lintBank(bank.pack.languages.map((language) => compile(bank, language)));
  return { text: renderReport(report), well: report.findings.length === 0 };
}

/** The schemas for editors, written beside the scenes. */
async function writeSchemas(folder: string): Promise<{ text: string; well: boolean }> {
  const { findings, bank } = readFolder(folder);
  if (!bank) return { text: findings.map(formatFinding).join('\n'), well: false };
  const { jsonSchemas } = await import('./json-schema.ts');
  for (const [kind, json] of Object.entries(jsonSchemas(bank.pack.languages)))
    writeFileSync(join(folder, `${kind}.schema.json`), json);
  return { text: `${folder}/pack.schema.json and scenario.schema.json written`, well: true };
}

try {
  const args = process.argv.slice(2);
  const folder = args.find((arg) => !arg.startsWith('--')) ?? 'scenarios';
  const { text, well } = await (args.includes('--schema') ? writeSchemas(folder) : run(folder));
  console.log(text);
  process.exitCode = well ? 0 : 1;
} catch (error) {
  console.log(`The scenarios could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
