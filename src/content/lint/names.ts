import type { ScenarioId } from '../../domain/ids';
import type { Pack } from '../../domain/pack';
import { noRemarks, type Remarks } from './finding';

const title = /^(?:(?:herr|frau|familie|mr|mrs|ms|miss|dr|prof)\.?\s+)+/;

/** "Frau Dr. Weiß" and "Herr Weiß" are the same name to somebody who practises. */
const nameOf = (name: string): string => name.trim().toLowerCase().replace(title, '');

/** No customer's name is used in two scenarios; a clash is told once, in the first language that has it. */
export function nameRules(packs: Pack[]): Remarks {
  const remarks = noRemarks();
  const told = new Set<string>();
  for (const pack of packs) {
    const first = new Map<string, { scenario: ScenarioId; name: string }>();
    for (const scenario of pack.scenarios)
      for (const name of new Set(scenario.turns.map((turn) => turn.customer.name))) {
        const other = first.get(nameOf(name));
        if (other === undefined) first.set(nameOf(name), { scenario: scenario.id, name });
        else if (other.scenario !== scenario.id && !told.has(`${other.scenario} ${scenario.id}`)) {
          told.add(`${other.scenario} ${scenario.id}`);
          remarks.findings.push({
            scenario: scenario.id,
            language: pack.language,
            rule: 'names',
            message: `"${name}" is a customer in ${other.scenario} too ("${other.name}"): choose another name, so that scenes are not mixed up.`,
          });
        }
      }
  }
  return remarks;
}
