// A window that is driven line by line over file descriptor 3. WebDriver ends its session when the storage process dies.
import Gio from 'gi://Gio';
import WebKit from 'gi://WebKit2?version=4.1';
import { openWindow, runToEnd } from './window.js';

const input = new Gio.DataInputStream({ base_stream: new Gio.UnixInputStream({ fd: 3 }) });
const output = new Gio.UnixOutputStream({ fd: 3 });
const say = (message) => output.write_all(new TextEncoder().encode(`${JSON.stringify(message)}\n`), null);

const manager = new WebKit.UserContentManager();
manager.connect('script-message-received::say', (_manager, result) =>
  say({ said: JSON.parse(result.get_js_value().to_string()) }),
);
manager.register_script_message_handler('say');
const view = openWindow({ user_content_manager: manager });

const { TOP_FRAME } = WebKit.UserContentInjectedFrames;
const { START } = WebKit.UserScriptInjectionTime;
const acts = {
  before: (source) => manager.add_script(WebKit.UserScript.new(source, TOP_FRAME, START, null, null)),
  load: (url) => view.load_uri(url),
  run: (body, id) =>
    view.call_async_javascript_function(body, -1, null, null, null, null, (_view, task) => {
      try {
        say({ id, value: JSON.parse(view.call_async_javascript_function_finish(task).to_string()) });
      } catch (error) {
        say({ id, error: String(error) });
      }
    }),
};

function listen() {
  input.read_line_async(0, null, (_input, task) => {
    const [line] = input.read_line_finish_utf8(task);
    if (line === null) return;
    const { id, act, text } = JSON.parse(line);
    acts[act](text, id);
    listen();
  });
}
listen();
runToEnd();
