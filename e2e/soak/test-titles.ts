import ts from 'typescript';

export interface Title {
  /** As it stands in the source; of a template, what stands in place of a value is `${…}`. */
  text: string;
  /** The test, or a group around it, is left out, always or until somebody has mended it. */
  skipped: boolean;
}

/** Words after a dot that keep a test from being run. */
const skipping = new Set(['skip', 'fixme', 'todo', 'fails', 'fail']);

/** The names in `test.describe.skip` and the like, calls on the way left out: `test.each(…)` is `test`, `each`. */
function namesOf(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...namesOf(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return namesOf(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return namesOf(callee.tag);
  return [];
}

function textOf(title: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return undefined;
  return title.head.text + title.templateSpans.map(({ literal }) => `\${…}${literal.text}`).join('');
}

/** Whether the body of a test begins by leaving it out whatever the circumstances are: `test.skip()`. */
function isLeftInside(body: ts.Node | undefined): boolean {
  if (!body || !(ts.isArrowFunction(body) || ts.isFunctionExpression(body)) || !ts.isBlock(body.body)) return false;
  return body.body.statements.some((statement) => {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return false;
    const {
      expression,
      arguments: [condition],
    } = statement.expression;
    const always = !condition || condition.kind === ts.SyntaxKind.TrueKeyword;
    return always && namesOf(expression)[0] === 'test' && namesOf(expression).some((name) => skipping.has(name));
  });
}

/** The titles of all tests in a file of Vitest's or Playwright's; not those in comments. */
export function titlesIn(source: string): Title[] {
  const found: Title[] = [];
  const visit = (node: ts.Node, isOut: boolean): void => {
    let out = isOut;
    if (ts.isCallExpression(node)) {
      const [first, ...names] = namesOf(node.expression);
      const isTest = first === 'test' || first === 'it';
      const isGroup = first === 'describe' || names.includes('describe');
      const [title, ...rest] = node.arguments;
      const text = title && textOf(title);
      if ((isTest || isGroup) && text !== undefined) out ||= names.some((name) => skipping.has(name));
      const isOwn = isTest && !isGroup && !names.includes('step') && rest.length > 0;
      if (isOwn && text !== undefined) found.push({ text, skipped: out || isLeftInside(rest.at(-1)) });
    }
    ts.forEachChild(node, (child) => visit(child, out));
  };
  visit(ts.createSourceFile('tests.ts', source, ts.ScriptTarget.Latest, true), false);
  return found;
}
