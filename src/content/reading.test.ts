import { describe, expect, test } from 'vitest';
import { pack, response, scenario, turn } from '../domain/pack.fixture';
import { agreementOf, csvOf, type Reading, readingsOf, sheetOf, sheetOrder, spearman } from './reading';

const bank = pack([
  scenario('retail/one', { turns: [turn('till', [response('best'), response('soft', 3, 1), response('hard', 0, 2)])] }),
]);

const reading = (reader: string, id: string, points: 0 | 1 | 2 | 3, best = false): Reading => ({
  reader,
  language: 'en',
  scenario: 'retail/one',
  turn: 'till',
  response: id,
  marks: { customer: points, business: points },
  best,
});
const reader = (name: string, points: [0 | 1 | 2 | 3, 0 | 1 | 2 | 3, 0 | 1 | 2 | 3], best: string): Reading[] =>
  ['best', 'soft', 'hard'].map((id, i) => reading(name, id, points[i]!, id === best));

describe('a blind sheet', () => {
  test('shows no marks, explanations, reactions or ids of responses', () => {
    const sheet = sheetOf(bank, 'r1');
    for (const hidden of ['why', 'reaction', 'takeaway', 'customer:']) expect(sheet).not.toContain(hidden);
    expect(sheet).toContain('situation till');
    expect(sheet.match(/^[ABC]\) say /gm)).toHaveLength(3);
  });

  test('has an order for each reader, the same each time', () => {
    const orders = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].map((name) =>
      sheetOrder(bank.scenarios[0]!.turns[0]!, 'retail/one', name)
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(sheetOf(bank, 'r1')).toBe(sheetOf(bank, 'r1'));
  });
});

describe('agreement', () => {
  test('is there where the key has the most votes alone', () => {
    const two = [
      ...reader('a', [3, 1, 0], 'best'),
      ...reader('b', [3, 2, 0], 'best'),
      ...reader('c', [2, 3, 0], 'soft'),
    ];
    expect(agreementOf(bank, two)[0]).toMatchObject({
      agreed: true,
      votes: { best: 2, soft: 1 },
      key: 'best',
      correlation: 1,
    });
    const tie = [...reader('a', [3, 1, 0], 'best'), ...reader('c', [2, 3, 0], 'soft')];
    expect(agreementOf(bank, tie)[0]?.agreed).toBe(false);
  });

  test('leaves out what nobody read', () => expect(agreementOf(bank, [])).toEqual([]));

  test.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 1, 1], [1, 2, 3], 0],
    [[3, 0, 1, 1], [3, 0, 1, 1], 1],
  ])('rank correlation of %o and %o', (a, b, rho) => expect(spearman(a, b)).toBeCloseTo(rho));
});

describe('the table of readings', () => {
  const readings = reader('a', [3, 1, 0], 'best');
  test('comes back as it was written', () => expect(readingsOf(csvOf(readings))).toEqual(readings));
  test('names the line that is broken', () => {
    expect(() => readingsOf(csvOf(readings).replace(',1,1,0', ',4,1,0'))).toThrow('line 3: expected a reading');
    expect(() => readingsOf('x')).toThrow('line 1: expected');
  });
});
