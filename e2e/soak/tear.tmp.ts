import { readdirSync, readFileSync, truncateSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from './chromium.ts';
import { Tab } from './tab.ts';
import { answerOnAndOn, inspect } from './in-page.ts';
import { startHost } from '../host.ts';
const host = await startHost({ root: '/tmp/soakrun/dist' });
const profile = mkdtempSync('/tmp/soaktear-');
const life = async (first: boolean, tear: number) => {
  const b = new Chromium(profile);
  let saved = 0; let done = () => {}; const enough = new Promise<void>((r) => (done = r));
  const tab = await Tab.open(b, ({ what }) => { if (what === 'saved' && ++saved === 4) done(); });
  await tab.before(answerOnAndOn, { seed: 5 });
  await tab.goTo(host.url + (first ? '' : '#/me'));
  if (!first) { const f = await tab.run(inspect, { after: '' }); console.log('shown', f.shown, 'count', f.count, await tab.run(() => [...document.querySelectorAll('[data-notice]')].map((n) => (n as HTMLElement).dataset['notice']), 0)); await tab.run(() => void (location.hash = '#/practice'), 0); }
  await enough; await b.kill(); console.log('saved', saved);
  const dir = join(profile, 'Default/IndexedDB', readdirSync(join(profile, 'Default/IndexedDB'))[0]!);
  const log = readdirSync(dir).filter((n) => n.endsWith('.log')).sort().at(-1)!;
  const data = readFileSync(join(dir, log));
  let at = 0, last = 0;
  while (at + 7 <= data.length) { if (32768 - (at % 32768) < 7) { at += 32768 - (at % 32768); continue; } const n = data.readUInt16LE(at + 4); if (at + 7 + n > data.length) { console.log('already torn at', at, 'of', data.length); } last = at; at += 7 + n; }
  console.log(log, data.length, 'last record', last);
  if (tear) truncateSync(join(dir, log), last + tear);
};
const tear = Number(process.argv[2]);
await life(true, tear); await life(false, 0); await life(false, 0); 
await host.kill();
