import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { Marionette } from './marionette.ts';
import { Program } from './program.ts';
import { until } from './until.ts';

const preferences = (profile: string) => ({
  'marionette.port': 0,
  'intl.accept_languages': 'de-DE, de',
  'browser.shell.checkDefaultBrowser': false,
  'browser.download.folderList': 2,
  'browser.download.dir': join(profile, 'downloads'),
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
});

/** Where Firefox writes the port that it has taken. */
function portIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** Runs in the browser itself: the errors of scripts and of the content security policy. */
const errors = `
  return Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
    .filter(({ sourceName }) => sourceName.startsWith(arguments[0]))
    .map(({ category, errorMessage }) => category + ': ' + errorMessage);`;

export const firefox: Engine = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  programs: ['firefox-esr'],

  async start(profile) {
    const lines = Object.entries(preferences(profile)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    const portFile = join(profile, 'MarionetteActivePort');
    rmSync(portFile, { force: true });
    const program = new Program(
      'firefox-esr',
      ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
      { HOME: profile, MOZ_HEADLESS_WIDTH: '500', MOZ_HEADLESS_HEIGHT: '900' },
    );
    const port = await until('Firefox listens', () => portIn(portFile));
    const marionette = await Marionette.connect(port);
    await marionette.ask('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return {
      send: marionette.send,
      async stop() {
        await marionette.ask('Marionette:Quit', { flags: ['eAttemptQuit'] });
        await program.ended;
      },
      async problems(origin) {
        await marionette.ask('Marionette:SetContext', { value: 'chrome' });
        const found = await marionette.ask('WebDriver:ExecuteScript', { script: errors, args: [origin] });
        await marionette.ask('Marionette:SetContext', { value: 'content' });
        return found as string[];
      },
    };
  },
};
