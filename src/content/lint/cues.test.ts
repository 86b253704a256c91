import { describe, expect, it } from 'vitest';
import { countCue } from './cue-words';
import { cueRules, cuesOf } from './cues';
import { bankOf, cleanBank, filler, times } from './test-bank';

const check = (rows: string[][], language = 'de') => cueRules(cuesOf(bankOf(rows, language))).findings;

describe('cues in a text', () => {
  it.each([
    ['apology', 'Es tut uns leid, ich bedaure das und bitte um Entschuldigung.', 'de', 3],
    ['apology', 'I am sorry and apologise.', 'en', 2],
    ['thanks', 'Vielen Dank, ich bedanke mich.', 'de', 2],
    ['thanks', 'Thank you, I appreciate it.', 'en', 2],
    ['question', 'Was? Wann?', 'de', 2],
    ['number', 'Bis 16:40 für 1.740 €', 'de', 2],
    ['hedge', 'Vielleicht könnte es eventuell gehen.', 'de', 3],
    ['hedge', 'Perhaps it might work, I think.', 'en', 3],
    ['politeness', 'Bitte, würden Sie so freundlich sein? Gern.', 'de', 4],
    ['politeness', 'Please, would you? Happy to help.', 'en', 3],
    ['hedge', 'Der Gedanke wohnt hier.', 'de', 0],
    ['hedge', 'Mighty mayors.', 'en', 0],
    ['thanks', 'Merci.', 'fr', 0],
  ] as const)('%s: %s', (cue, text, language, count) => {
    expect(countCue(cue, text, language)).toBe(count);
  });
});

describe('rules of thumb', () => {
  it('are counted beside chance, ties shared', () => {
    const { rules, turns } = cuesOf(
      bankOf([
        ['Ja?', 'Nein', 'Doch?'],
        ['Ja', 'Nein', 'Doch'],
      ]),
    );
    expect(turns).toBe(2);
    const question = rules.find(({ name }) => name === 'question');
    expect(question).toMatchObject({ best: 0.5, wrong: 0.25 });
    expect(question?.hits).toBeCloseTo((1 / 2 + 1 / 3) / 2);
    expect(question?.band.expected).toBeCloseTo(1 / 3);
  });

  it('earn nothing in a clean bank', () => {
    expect(cueRules(cuesOf(cleanBank('de'))).findings).toEqual([]);
    expect(cueRules(cuesOf(cleanBank('en'))).findings).toEqual([]);
  });

  it.each([
    ['longest', filler(15), filler(14)],
    ['shortest', filler(14), filler(15)],
  ])('find a best response that is the %s too often, and one that is so too seldom', (rule, best, wrong) => {
    const rows = times(60, () => [best, wrong, wrong]);
    const findings = check(rows);
    expect(findings.map((finding) => finding.rule)).toEqual(['longest', 'shortest']);
    const finding = findings.find((one) => one.rule === rule);
    expect(finding).toMatchObject({ language: 'de' });
    expect(finding?.message).toContain(`"take the ${rule}" finds the best response in 100 % of 60 turns`);
    expect(finding?.message).toContain('retail/0');
    expect(findings.find((one) => one.rule !== rule)?.message).toContain('0 % of 60 turns');
  });

  it.each([
    ['an apology', 'Das tut mir leid, ja.', 'de'],
    ['thanks', 'Danke Ihnen, das hilft sehr.', 'de'],
    ['a question', 'Und was ist der Grund?', 'de'],
    ['a number', 'Wir sind bis 14 da.', 'de'],
    ['most hedged', 'Das ist vielleicht der Grund.', 'de'],
    ['most polite', 'Geben Sie es mir bitte.', 'de'],
    ['an apology', 'We are sorry for it.', 'en'],
    ['most polite', 'Please give it to me.', 'en'],
  ])('find a best response that is known by %s', (name, text, language) => {
    const plain = language === 'de' ? 'Das ist nun der Grund.' : 'That is now the point.';
    const findings = check(
      times(60, () => [text, plain, plain]),
      language,
    );
    expect(findings).toMatchObject([{ rule: 'cue', language }]);
    expect(findings[0]?.message).toContain(name);
  });

  it('need more to be found in a small bank, and are noted there', () => {
    // 45 % where chance is a third: too much for 60 turns, noise for 20.
    const rows = (count: number) =>
      times(count, (index) =>
        index % 20 < 9 ? ['Was?', 'Das', 'Das'] : index % 2 ? ['Das', 'Was?', 'Das'] : ['Das', 'Das', 'Was?'],
      );
    const small = cueRules(cuesOf(bankOf(rows(20))));
    expect(small.findings).toEqual([]);
    expect(small.notes).toMatchObject([{ rule: 'cue', language: 'de' }]);
    expect(check(rows(60)).filter(({ rule }) => rule === 'cue')).toHaveLength(1);
  });

  it('go without lists of words in other languages', () => {
    expect(cuesOf(bankOf([['Oui', 'Non']], 'fr')).rules.map(({ name }) => name)).toEqual([
      'longest',
      'shortest',
      'question',
      'number',
    ]);
    expect(cueRules(cuesOf(bankOf([]))).findings).toEqual([]);
  });
});
