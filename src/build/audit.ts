/** What came of asking the registry about the packages that are used. */
export type Verdict = { kind: 'clean' } | { kind: 'unreachable'; why: string } | { kind: 'bad'; findings: string[] };

type Json = Record<string, unknown>;

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

function parsed(text: string): Json {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function unreachable(answer: Json): Verdict {
  const error = objectOf(answer['error']);
  const why = [answer['message'], error['summary'], error['code']].find((each) => typeof each === 'string' && each);
  return { kind: 'unreachable', why: typeof why === 'string' ? why.split('\n')[0]! : 'no answer' };
}

const verdictOn = (findings: string[]): Verdict => (findings.length ? { kind: 'bad', findings } : { kind: 'clean' });

/** @param text what `npm audit --json` has printed; only what is high or critical counts */
export function vulnerable(text: string): Verdict {
  const answer = parsed(text);
  if (!objectOf(answer['metadata'])['vulnerabilities']) return unreachable(answer);
  const found = Object.entries(objectOf(answer['vulnerabilities']));
  const grave = found.filter(([, about]) => /^(high|critical)$/.test(String(objectOf(about)['severity'])));
  return verdictOn(grave.map(([name, about]) => `${name}: ${String(objectOf(about)['severity'])}`));
}

/** @param text what `npm audit signatures --json` has printed; packages that are signed by nobody count too */
export function unsigned(text: string): Verdict {
  const answer = parsed(text);
  if (!Array.isArray(answer['invalid']) || !Array.isArray(answer['missing'])) return unreachable(answer);
  const named = (list: unknown[], what: string) =>
    list.map(objectOf).map(({ name, version }) => `${String(name)} ${String(version)}: ${what}`);
  return verdictOn([...named(answer['invalid'], 'wrong signature'), ...named(answer['missing'], 'no signature')]);
}
