import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBank } from './bank';
import { checkBank } from './check';
import { dialogueYaml, file, packYaml, singleYaml } from './fixture';
import { readYaml } from './source';

const valueOf = (yaml: string) => readYaml(yaml).source?.value;
const names = ['de', 'en', 'id', 'turns', 'text', 'marks', 'next', 'call', '__proto__', 'constructor', 'toString', '0'];
const anything = fc.anything({ key: fc.constantFrom(...names), maxDepth: 4, withNullPrototype: true });

test('whatever an import holds, the check answers and lets nothing unsound pass', () => {
  fc.assert(
    fc.property(anything, fc.array(fc.tuple(fc.string(), anything)), (pack, scenarios) => {
      const { issues, bank } = checkBank(pack, new Map(scenarios));
      expect(bank === undefined).toBe(
        issues.length > 0 || pack === undefined || scenarios.some(([, s]) => s === undefined),
      );
    }),
    { numRuns: 500 },
  );
}, 60_000);

/** `yaml` with one stretch replaced by something that means something in YAML. */
const broken = (yaml: string) =>
  fc
    .tuple(
      fc.nat(yaml.length),
      fc.nat(12),
      fc.constantFrom('', ' ', '\n', '  ', '"', "'", '[', '{', '- ', ': ', '#', '&a ', '*a', '!', '|', '\t', '4', 'x'),
    )
    .map(([start, length, text]) => yaml.slice(0, start) + text + yaml.slice(start + length));

test('a file broken anywhere is either sound or has a finding, and never throws', () => {
  fc.assert(
    fc.property(broken(packYaml), broken(singleYaml), broken(dialogueYaml), (pack, single, dialogue) => {
      const files = [file('pack.yaml', pack), file('crafts/heating.yaml', single), file('it/two.yaml', dialogue)];
      const { findings, bank } = readBank(files);
      expect(bank === undefined).toBe(findings.length > 0);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a nesting of 100,000 levels in an import is refused', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const single = valueOf(singleYaml) as Record<string, unknown>;
  const scenarios = new Map([['crafts/heating', { ...single, title: { de: deep, en: 'a' }, extra: deep }]]);
  expect(checkBank(valueOf(packYaml), scenarios).issues.map(({ message }) => message)).toEqual([
    'expected a text, found a list',
    'expected one of the fields channel, difficulty, principles, best, tags, title, turns, takeaway, found an unknown one',
  ]);
});

test('a chain of 5,000 turns that leads back to its start is walked', () => {
  const one = valueOf(singleYaml) as { turns: { call: { responses: Record<string, object> } } };
  const { tonight, ...others } = one.turns.call.responses;
  const turns = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [
      `t${i}`,
      { ...one.turns.call, responses: { ...others, tonight: { ...tonight, next: `t${(i + 1) % 5_000}` } } },
    ]),
  );
  const scenarios = new Map<string, unknown>([
    ['crafts/heating', one],
    ['crafts/chain', { ...one, turns }],
  ]);
  const { issues } = checkBank(valueOf(packYaml), scenarios);
  expect(issues.map(({ path }) => path)).toEqual([['turns', 't4999', 'responses', 'tonight', 'next']]);
});

test('the id of a scenario names industry and slug', () => {
  const scenario = valueOf(singleYaml);
  const ids = ['crafts/heating', 'heating', 'Crafts/heating', '../heating', 'a/b/c', 'crafts/__proto__'];
  const { issues } = checkBank(valueOf(packYaml), new Map(ids.map((id) => [id, scenario])));
  expect(issues.map((issue) => issue.scenario)).toEqual(ids.slice(1));
  expect(issues[0]?.message).toBe('expected the id of a scenario, <industry>/<slug>, found "heating"');
});
