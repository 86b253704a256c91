/** A response that leads on to another turn. */
export interface Step {
  response: string;
  to: string;
}

/** Turns by their ids, in the order of the scenario (the first is the start), each with the steps that leave it. */
export type Graph = ReadonlyMap<string, readonly Step[]>;

export interface Circle {
  turn: string;
  /** The response of `turn` that closes the circle. */
  response: string;
  /** The turns of the circle in order, beginning and ending with the same. */
  turns: string[];
}

const most = 10;

/**
 * Steps that lead back to a turn they came from, at most ten. Needs no stack of calls, so the longest chain cannot
 * break it.
 */
export function circlesOf(graph: Graph): Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const way = [{ turn: start, next: 0 }];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here && !done.has(start) && circles.length < most; here = way.at(-1)) {
      const step = graph.get(here.turn)?.[here.next++];
      if (!step) {
        done.add(here.turn);
        onWay.delete(here.turn);
        way.pop();
      } else if (onWay.has(step.to)) {
        const turns = way.map(({ turn }) => turn);
        circles.push({
          turn: here.turn,
          response: step.response,
          turns: [...turns.slice(turns.indexOf(step.to)), step.to],
        });
      } else if (graph.has(step.to) && !done.has(step.to)) {
        way.push({ turn: step.to, next: 0 });
        onWay.add(step.to);
      }
    }
  }
  return circles;
}

/** The turns that no way from the first one leads to. */
export function unreachableIn(graph: Graph): string[] {
  const [start] = graph.keys();
  if (start === undefined) return [];
  const reached = new Set([start]);
  // A set also walks over what is added to it on the way.
  for (const turn of reached) for (const { to } of graph.get(turn) ?? []) reached.add(to);
  return [...graph.keys()].filter((turn) => !reached.has(turn));
}
