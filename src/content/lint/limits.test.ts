import { describe, expect, it } from 'vitest';
import { limitRules } from './limits';
import { filler, pack, response, responses, scenario, turn } from './test-bank';

const check = (...turns: Parameters<typeof turn>[0][]) =>
  limitRules(pack([scenario({ turns: turns.map((one) => turn(one)) })])).findings;

describe('word limits', () => {
  it('let every text have as many words as allowed', () => {
    const long = { reaction: filler(20), why: filler(45) };
    const found = check({
      situation: filler(45),
      customer: { name: '', says: filler(35) },
      responses: [
        response('a', 3, 3, { text: filler(28), ...long }),
        response('b', 3, 1, { text: filler(28), ...long }),
      ],
    });
    expect(found).toEqual([]);
    expect(check({ responses: responses(filler(12), filler(12)) })).toEqual([]);
  });

  it.each([
    ['situation', { situation: filler(46) }],
    ['customer says', { customer: { name: '', says: filler(36) } }],
    ['response', { responses: responses(filler(29), filler(28)) }],
    ['response', { responses: responses(filler(11), filler(12)) }],
    ['reaction', { responses: [response('best', 3, 3, { text: filler(12), reaction: filler(21) })] }],
    ['explanation', { responses: [response('best', 3, 3, { text: filler(12), why: filler(46) })] }],
  ])('find one word too many or too few in the %s', (field, one) => {
    expect(check(one)).toMatchObject([{ rule: 'words', scenario: 'retail/test', language: 'de', turn: 'start' }]);
    expect(check(one)[0]?.message).toContain(`The ${field} has`);
  });

  it('name the response and how much to cut', () => {
    expect(check({ responses: responses(filler(31), filler(28)) })).toEqual([
      {
        rule: 'words',
        scenario: 'retail/test',
        language: 'de',
        turn: 'start',
        response: 'best',
        message: 'The response has 31 words, at most 28: cut 3.',
      },
    ]);
  });
});

describe('the screen before answering', () => {
  const screen = (title: number) =>
    limitRules(
      pack([
        scenario({
          title: filler(title),
          turns: [
            turn({
              situation: filler(40),
              customer: { name: '', says: filler(30) },
              subject: filler(5),
              responses: responses(filler(28), filler(28), filler(28), filler(28)),
            }),
          ],
        }),
      ]),
    ).findings;

  it('may have 190 words with title, subject and all responses', () => {
    expect(screen(3)).toEqual([]);
  });

  it('may not have 191', () => {
    expect(screen(4)).toMatchObject([{ rule: 'words', turn: 'start' }]);
    expect(screen(4)[0]?.message).toContain('191 words, at most 190');
  });
});

describe('lengths within a turn', () => {
  it('may differ by 1.35', () => {
    expect(check({ responses: responses(filler(27), filler(20)) })).toEqual([]);
  });

  it('may not differ more, and both responses are named', () => {
    const [finding] = check({ responses: responses(filler(28), filler(20)) });
    expect(finding).toMatchObject({ rule: 'length-ratio', turn: 'start' });
    expect(finding?.message).toContain('1.40 times');
    expect(finding?.message).toContain('shorten "best" (28 words) or lengthen "wrong-1" (20)');
  });
});
