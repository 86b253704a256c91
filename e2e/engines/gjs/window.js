import GLib from 'gi://GLib';
import Gtk from 'gi://Gtk?version=3.0';
import WebKit from 'gi://WebKit2?version=4.1';
import System from 'system';

Gtk.init(null);

/** The folder that was named on the command line. */
export const [profile] = System.programArgs;

/** Keeps everything in the profile. */
export const context = new WebKit.WebContext({
  website_data_manager: new WebKit.WebsiteDataManager({
    base_data_directory: `${profile}/data`,
    base_cache_directory: `${profile}/cache`,
  }),
});
context.set_preferred_languages(['de-DE', 'de']);

/** A phone's width is out of reach: below 447 pixels WebDriver refuses to work. */
export function openWindow(properties) {
  const view = new WebKit.WebView({ web_context: context, ...properties });
  new Gtk.Window({ default_width: 450, default_height: 900, child: view }).show_all();
  return view;
}

/** Runs until it is told to end. */
export function runToEnd() {
  const loop = new GLib.MainLoop(null, false);
  GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, 15, () => loop.quit());
  loop.run();
}
