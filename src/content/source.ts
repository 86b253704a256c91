import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair } from 'yaml';
import { guard, type Fault } from './guard.ts';
import { found, type Path } from './issue.ts';
import { inPlainWords } from './syntax.ts';

/** A document that was read: what it holds, and where in the text each part of it stands. */
export interface Source {
  value: unknown;
  /**
   * Offset of the value at `path`, or of its name where the value spreads over lines. Of something missing: that of
   * the name it is missing under.
   *
   * @param key whether it is the name that is asked for
   */
  locate(path: Path, key?: boolean): number;
}

/**
 * Reads YAML as data and nothing more: no aliases, anchors, tags or second documents, every name once.
 *
 * @returns the source only where there is no fault
 */
export function readYaml(text: string): { faults: Fault[]; source: Source | undefined } {
  const unfit = guard(text);
  if (unfit) return { faults: [unfit], source: undefined };
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const faults = [...syntaxFaults(document), ...structureFaults(document)].slice(0, mostFaults);
  if (faults.length > 0) return { faults, source: undefined };
  return { faults, source: { value: document.toJS(), locate: (path, key) => locate(document, path, key) } };
}

/** One slip can bring hundreds of complaints about what follows it. */
const mostSyntaxFaults = 5;
const mostFaults = 50;

function syntaxFaults(document: Document.Parsed): Fault[] {
  return [...document.errors, ...document.warnings].slice(0, mostSyntaxFaults).map((error) => ({
    offset: isQuote(error.message) ? openingOf(document, error.pos[0]) : error.pos[0],
    message: inPlainWords(error),
  }));
}

const isQuote = (message: string) => message.startsWith('Missing closing');

/** Where the quoted text begins that lacks its end at `end`: nobody looks for the mistake there. */
function openingOf(document: Document.Parsed, end: number): number {
  for (const node of nodesOf(document)) {
    if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range?.[1] === end) return node.range[0];
  }
  return end;
}

/** Every node and key. */
function* nodesOf(document: Document.Parsed): Generator<unknown> {
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    yield node;
    if (isMap(node)) for (const { key, value } of node.items) open.push(key, value);
    else if (isSeq(node)) for (const item of node.items) open.push(item);
  }
}

function structureFaults(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  for (const node of nodesOf(document)) {
    const offset = offsetOf(node);
    if (isAlias(node))
      faults.push({
        offset,
        message: `expected no alias, found *${node.source} (a text that begins with * needs quotes)`,
      });
    else if (isNode(node) && node.anchor)
      faults.push({
        offset,
        message: `expected no anchor, found &${node.anchor} (a text that begins with & needs quotes)`,
      });
    if (isMap(node)) faults.push(...nameFaults(node.items));
  }
  return faults;
}

function nameFaults(pairs: Pair[]): Fault[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    const offset = offsetOf(key);
    if (!isScalar(key))
      return isAlias(key) ? [] : [{ offset, message: 'expected a name before the colon, found a collection' }];
    const name = nameOf(key);
    if (seen.has(name)) return [{ offset, message: `expected every name once, found ${found(name)} again` }];
    seen.add(name);
    return [];
  });
}

const nameOf = (key: unknown) => (isScalar<string | number | boolean | null>(key) ? String(key.value ?? '') : '');
const offsetOf = (node: unknown) => (isNode(node) && node.range ? node.range[0] : 0);

function locate(document: Document.Parsed, path: Path, key = false): number {
  let node: unknown = document.contents;
  let name = offsetOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => nameOf(item.key) === step);
      if (!pair) return name;
      name = offsetOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && node.items[Number(step)] !== undefined) {
      node = node.items[Number(step)];
      name = offsetOf(node);
    } else return name;
  }
  const inLine = isScalar(node) && node.value !== null;
  return inLine && !key ? offsetOf(node) : name;
}
