import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Updates } from './updates.svelte';

/** The browser's side: a registration whose worker is active, with another one waiting where an update is taken. */
function browser({ controlled }: { controlled: boolean }) {
  const postMessage = vi.fn();
  const registration = Object.assign(new EventTarget(), { installing: null, active: {}, waiting: { postMessage } });
  const workers = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    ready: Promise.resolve(registration),
    register: () => Promise.resolve(registration),
  });
  return {
    workers: workers as unknown as ServiceWorkerContainer,
    postMessage,
    /** Another worker takes the page over. */
    change: () => workers.dispatchEvent(new Event('controllerchange')),
  };
}

const ports = () => ({ onOfflineReady: vi.fn(), onNone: vi.fn(), onUpdate: vi.fn(), onSuperseded: vi.fn() });
const reload = vi.fn();

beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { reload });
});
afterEach(() => vi.unstubAllGlobals());

test('the first worker, which claims the page that has installed it, supersedes nothing; the next one does', async () => {
  const told = ports();
  const { workers, change } = browser({ controlled: false });
  await new Updates(told).start(workers, './sw.js');
  change();
  expect(told.onSuperseded).not.toHaveBeenCalled();
  change();
  expect(told.onSuperseded).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
});

test('a page that a worker has served is superseded by the first change', async () => {
  const told = ports();
  const { workers, change } = browser({ controlled: true });
  await new Updates(told).start(workers, './sw.js');
  change();
  expect(told.onSuperseded).toHaveBeenCalledOnce();
});

test('who takes the update gets a reload, and only after the new worker has the page', async () => {
  const told = ports();
  const { workers, change, postMessage } = browser({ controlled: true });
  const updates = new Updates(told);
  await updates.start(workers, './sw.js');
  updates.take();
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'SKIP_WAITING' });
  expect(reload).not.toHaveBeenCalled();
  change();
  expect(reload).toHaveBeenCalledOnce();
  expect(told.onSuperseded).not.toHaveBeenCalled();
});

test('without workers that is said, and nothing else', async () => {
  const told = ports();
  await new Updates(told).start(undefined, './sw.js');
  expect(told.onNone).toHaveBeenCalledOnce();
  expect(told.onOfflineReady).not.toHaveBeenCalled();
});
