import { isMapping } from './fields.ts';
import { circlesOf, unreachableIn, type Step } from './graph.ts';
import { found, type Issue, type Path } from './issue.ts';

/**
 * What must hold in a scenario and no schema can say: references, the graph of the turns, the marks of a turn together,
 * what belongs to a channel. Takes any value and passes over whatever the schema complains about, so that one run finds
 * the faults of both kinds.
 *
 * @param charter ids of the principles; without them (the charter could not be read) references to it are not checked
 */
export function scenarioIssues(scenario: unknown, charter?: ReadonlySet<string>): Issue[] {
  if (!isMapping(scenario)) return [];
  const turns = entries(scenario['turns']);
  const principles = scenario['principles'];
  return [
    ...references(principles, charter, ['principles']),
    ...repeated(scenario['tags'], ['tags']),
    ...turns.flatMap(([name, turn]) => turnIssues(turn, scenario['channel'], charter, ['turns', name])),
    ...graphIssues(turns, isMapping(scenario['turns'])),
  ];
}

/** Items of a list of texts that stand in it before. */
export function repeated(list: unknown, path: Path): Issue[] {
  const seen = new Set<string>();
  return texts(list)
    .filter(([, item]) => seen.size === seen.add(item).size)
    .map(([index, item]) => ({ path: [...path, index], message: `expected every entry once, found "${item}" again` }));
}

/** The texts in a list with their places; nothing if it is no list. */
export function texts(list: unknown): [index: number, text: string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => (typeof item === 'string' ? [[index, item] as [number, string]] : []));
}

/** Entries of a list of principle ids that are not in the charter, or stand there twice. */
export function references(list: unknown, charter: ReadonlySet<string> | undefined, path: Path): Issue[] {
  const unknown = texts(list).filter(([, name]) => charter && !charter.has(name));
  return [
    ...unknown.map(([index, name]) => ({
      path: [...path, index],
      message: `expected a principle of the charter, found "${name}"`,
    })),
    ...repeated(list, path),
  ];
}

const entries = (value: unknown): [string, unknown][] => (isMapping(value) ? Object.entries(value) : []);
const fieldsOf = (value: unknown): Record<string, unknown> => (isMapping(value) ? value : {});

function turnIssues(turn: unknown, channel: unknown, charter: ReadonlySet<string> | undefined, path: Path): Issue[] {
  if (!isMapping(turn)) return [];
  const responses = entries(turn['responses']);
  return [
    ...belongs(turn, 'subject', 'a subject line', ['email', 'letter'], channel, path),
    ...belongs(turn, 'stars', 'stars from 1 to 5', ['review'], channel, path),
    ...(isMapping(turn['responses']) ? countIssues(responses, [...path, 'responses']) : []),
    ...responses.flatMap(([name, response]) => responseIssues(response, charter, [...path, 'responses', name])),
  ];
}

function belongs(
  turn: Record<string, unknown>,
  field: string,
  what: string,
  where: readonly string[],
  channel: unknown,
  path: Path,
): Issue[] {
  if (typeof channel !== 'string') return [];
  const there = Object.hasOwn(turn, field);
  const here = `in a scene by ${channel}`;
  if (where.includes(channel) && !there)
    return [{ path: [...path, field], message: `expected ${what} ${here}, found nothing` }];
  if (!where.includes(channel) && there)
    return [
      { path: [...path, field], message: `expected no ${field} ${here}, found ${found(turn[field])}`, key: true },
    ];
  return [];
}

function countIssues(responses: [string, unknown][], path: Path): Issue[] {
  const issues: Issue[] = [];
  if (responses.length < 3 || responses.length > 4)
    issues.push({ path, message: `expected 3 or 4 responses, found ${responses.length}` });
  const best = responses.filter(([, response]) => isBest(response)).map(([name]) => name);
  const unclear = responses.some(
    ([, response]) => !marksOf(response).every((mark) => [0, 1, 2, 3].includes(mark as number)),
  );
  if (best.length > 1 || (best.length === 0 && !unclear))
    issues.push({
      path,
      message: `expected exactly one response with 3 for customer and business, found ${best.join(' and ') || 'none'}`,
    });
  return issues;
}

const marksOf = (response: unknown): unknown[] => {
  const { customer, business } = fieldsOf(fieldsOf(response)['marks']);
  return [customer, business];
};
const isBest = (response: unknown) => marksOf(response).every((mark) => mark === 3);

function responseIssues(response: unknown, charter: ReadonlySet<string> | undefined, path: Path): Issue[] {
  const { honours, breaks } = fieldsOf(response);
  const honoured = new Set(texts(honours).map(([, name]) => name));
  const broken = [...path, 'breaks'];
  return [
    ...references(honours, charter, [...path, 'honours']),
    ...references(breaks, charter, broken),
    ...texts(breaks)
      .filter(([, name]) => honoured.has(name))
      .map(([index, name]) => ({
        path: [...broken, index],
        message: `expected a principle that is not honoured as well, found "${name}"`,
      })),
    ...(isBest(response) && Array.isArray(breaks) && breaks.length > 0
      ? [
          {
            path: broken,
            message: 'expected an empty list, as a response with 3 and 3 breaks nothing, found a full one',
          },
        ]
      : []),
  ];
}

function graphIssues(turns: [string, unknown][], readable: boolean): Issue[] {
  if (readable && turns.length === 0) return [{ path: ['turns'], message: 'expected at least one turn, found none' }];
  const graph = new Map(turns.map(([name, turn]) => [name, stepsFrom(turn)]));
  const step = (turn: string, response: string): Path => ['turns', turn, 'responses', response, 'next'];
  const lost = turns.flatMap(([turn]) =>
    (graph.get(turn) ?? [])
      .filter(({ to }) => !graph.has(to))
      .map(({ response, to }) => ({
        path: step(turn, response),
        message: `expected a turn of this scene, found "${to}"`,
      })),
  );
  const circles = circlesOf(graph).map(({ turn, response, turns }) => ({
    path: step(turn, response),
    message: `expected no way back, found the circle ${turns.join(' → ')}`,
  }));
  const unreachable = unreachableIn(graph).map((turn) => ({
    path: ['turns', turn],
    message: 'expected a way here from the first turn, found none',
    key: true as const,
  }));
  return [...lost, ...circles, ...unreachable];
}

function stepsFrom(turn: unknown): Step[] {
  return entries(fieldsOf(turn)['responses']).flatMap(([response, value]) => {
    const to = fieldsOf(value)['next'];
    return typeof to === 'string' ? [{ response, to }] : [];
  });
}
