import { readBank, type PackFile } from './bank';
import { formatFinding } from './finding';

/** A small pack that stands every rule; tests break one thing in it. */
export const packYaml = `id: tiny
version: 3
languages: [de, en]
title: { de: Leitbild, en: Charter }
motto: { de: Jeder Kunde ist König., en: Every customer is king. }
charter:
  - id: trust
    kind: principle
    name: { de: Vertrauen, en: Trust }
    text: { de: Kein Streit., en: No quarrel. }
    meaning: { de: Ruhig bleiben., en: Stay calm. }
  - id: viability
    kind: ground-rule
    name: { de: Augenmaß, en: Proportion }
    text: { de: Kulanz ja., en: 'Goodwill, yes.' }
    meaning: { de: Rechnen., en: Count. }
path: [viability, trust]
first: crafts/heating
check: { passMark: 0.7, perPrinciple: 2 }
`;

const response = (id: string, customer: number, business: number, more = '') => `      ${id}:
        text: { de: Antwort ${id}, en: Response ${id} }
        marks: { customer: ${customer}, business: ${business} }
        honours: [trust]
        breaks: []
        reaction: { de: Gut., en: Good. }
        why: { de: Darum., en: Because. }
${more}`;

const turn = (id: string, responses: string) => `  ${id}:
    situation: { de: Lage ${id}, en: Situation ${id} }
    customer: { name: { de: Frau Brandt, en: Ms Brandt }, says: { de: Kalt hier., en: It is cold. } }
    responses:
${responses}`;

const head = `channel: phone
difficulty: 2
principles: [trust]
best: middle
tags: []
title:
  de: Heizung
  en: Heating
turns:
`;

const tail = 'takeaway: { de: Merken., en: Remember. }\n';

/** One turn with four lines in each of its three responses: `tonight` (3/1), `saturday` (3/3), `monday` (1/2). */
export const singleYaml =
  head + turn('call', response('tonight', 3, 1) + response('saturday', 3, 3) + response('monday', 1, 2)) + tail;

/** `call` leads to `mend` by `tonight`; `mend` ends. */
export const dialogueYaml =
  head +
  turn(
    'call',
    response('tonight', 3, 1, '        next: mend\n') + response('saturday', 3, 3) + response('monday', 1, 2),
  ) +
  turn('mend', response('sorry', 3, 3) + response('wait', 1, 1) + response('deny', 0, 2)) +
  tail;

/** `text` with one thing changed. @throws Error where `from` is not in it, as the test would prove nothing */
export function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`"${from}" is not in the fixture`);
  return text.replace(from, () => to);
}

export const file = (name: string, text: string): PackFile => ({ file: `scenarios/${name}`, name, text });

/** What the findings are if `crafts/heating` reads so, as the author sees them. */
export function findingsIn(heating: string, pack = packYaml, ...others: PackFile[]): string[] {
  const files = [file('pack.yaml', pack), file('crafts/heating.yaml', heating), ...others];
  return readBank(files).findings.map(formatFinding);
}
