// A browser of one window, run by gjs: MiniBrowser, which comes with WebKitGTK, keeps nothing while it is driven.
import GLib from 'gi://GLib';
import Gtk from 'gi://Gtk?version=3.0';
import WebKit from 'gi://WebKit2?version=4.1';
import System from 'system';

const [profile] = System.programArgs;
Gtk.init(null);

const settings = new WebKit.Settings({ enable_write_console_messages_to_stdout: true });
const context = new WebKit.WebContext({
  website_data_manager: new WebKit.WebsiteDataManager({
    base_data_directory: `${profile}/data`,
    base_cache_directory: `${profile}/cache`,
  }),
});
context.set_preferred_languages(['de-DE', 'de']);
context.set_automation_allowed(true);

context.connect('automation-started', (_context, session) => {
  session.connect('create-web-view', () => {
    const view = new WebKit.WebView({ web_context: context, is_controlled_by_automation: true, settings });
    const window = new Gtk.Window({ default_width: 450, default_height: 900, child: view });
    window.show_all();
    return view;
  });
});

context.connect('download-started', (_context, download) => {
  download.connect('decide-destination', (_download, name) => {
    download.set_destination(`file://${profile}/downloads/${name}`);
    return true;
  });
});

const loop = new GLib.MainLoop(null, false);
GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, 15, () => loop.quit());
loop.run();
