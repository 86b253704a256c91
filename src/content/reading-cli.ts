import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Mark } from '../domain/marks.ts';
import { compile } from './compile.ts';
import { readFolder } from './folder.ts';
import { agreementOf, csvOf, type Reading, readingsOf, sheetOf, sheetOrder } from './reading.ts';

/* Blind reading: `sheet <language> <reader>`, `take <language> <reader> <file>`, `table`. See scenarios/README.md. */

const table = 'scenarios/readings.csv';
const { bank, findings } = readFolder('scenarios');
if (!bank) throw new Error(`the bank has ${findings.length} findings: npm run scenarios`);
const packs = bank.pack.languages.map((language) => compile(bank, language));
const packOf = (language: string) => packs.find((pack) => pack.language === language)!;
const stored = (): Reading[] => (existsSync(table) ? readingsOf(readFileSync(table, 'utf8')) : []);

/** Lines `<scenario> <turn> <letter> <customer> <business>`, with a `*` behind the best one. */
function take(language: string, reader: string, text: string): Reading[] {
  return text.split('\n').flatMap((line) => {
    const match = /^(\S+\/\S+) (\S+) ([A-D]) ([0-3]) ([0-3])( \*)?$/.exec(line.trim());
    if (!match) return [];
    const [, scenario = '', turn = '', letter = '', customer, business, best] = match;
    const found = packOf(language)
      .scenarios.find(({ id }) => id === scenario)
      ?.turns.find(({ id }) => id === turn);
    const response = found && sheetOrder(found, scenario, reader)['ABCD'.indexOf(letter)];
    if (!response) throw new Error(`no such response: ${line}`);
    const marks = { customer: Number(customer) as Mark, business: Number(business) as Mark };
    return [{ reader, language, scenario, turn, response: response.id, marks, best: !!best }];
  });
}

function report(): string {
  const readings = stored();
  return packs
    .map((pack) => {
      const turns = agreementOf(pack, readings);
      const agreed = turns.filter((turn) => turn.agreed).length;
      const rho = turns.reduce((sum, turn) => sum + turn.correlation, 0) / turns.length;
      const readers = new Set(
        readings.filter(({ language }) => language === pack.language).map(({ reader }) => reader),
      );
      const missed = turns
        .filter((turn) => !turn.agreed || turn.correlation < 0.3)
        .map(
          ({ scenario, turn, key, votes, correlation }) =>
            `  ${scenario} ${turn}: key ${key}, votes ${JSON.stringify(votes)}, rho ${correlation.toFixed(2)}`,
        );
      return [
        `${pack.language}: ${readers.size} readers, ${turns.length} turns; best response agreed in ${agreed} (${((100 * agreed) / turns.length).toFixed(1)} %), mean rank correlation of points ${rho.toFixed(2)}`,
        ...missed,
      ].join('\n');
    })
    .join('\n');
}

const [command, language = '', reader = '', file = ''] = process.argv.slice(2);
if (command === 'sheet') console.log(sheetOf(packOf(language), reader));
else if (command === 'take') {
  const taken = take(language, reader, readFileSync(file, 'utf8'));
  const turnOf = ({ reader, language, scenario, turn }: Reading) => [reader, language, scenario, turn].join(' ');
  const replaced = new Set(taken.map(turnOf));
  writeFileSync(table, csvOf([...stored().filter((reading) => !replaced.has(turnOf(reading))), ...taken]));
  console.log(`${taken.length} readings of ${reader} taken`);
} else console.log(report());
