// A window that WebKitWebDriver drives. MiniBrowser, which comes with WebKitGTK for that, keeps nothing while driven.
import WebKit from 'gi://WebKit2?version=4.1';
import { context, openWindow, profile, runToEnd } from './window.js';

const settings = new WebKit.Settings({ enable_write_console_messages_to_stdout: true });

context.set_automation_allowed(true);
context.connect('automation-started', (_context, session) => {
  session.connect('create-web-view', () => openWindow({ is_controlled_by_automation: true, settings }));
});

context.connect('download-started', (_context, download) => {
  download.connect('decide-destination', (_download, name) => {
    download.set_destination(`file://${profile}/downloads/${name}`);
    return true;
  });
});

runToEnd();
