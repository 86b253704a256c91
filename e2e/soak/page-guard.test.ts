import { expect, test } from 'vitest';
import { troubleIn } from './page-guard.ts';

const own = 'http://127.0.0.1:4000';
const request = (url: string) => troubleIn({ method: 'Network.requestWillBeSent', params: { request: { url } } }, own);

test('a request to anywhere else is trouble, one to the own origin or without an address is none', () => {
  expect(request('https://example.org/a.js')).toContain('https://example.org/a.js');
  expect(request('http://127.0.0.1:4001/')).toBeTruthy();
  expect(troubleIn({ method: 'Network.webSocketCreated', params: { url: 'wss://example.org/' } }, own)).toBeTruthy();
  expect(request(`${own}/assets/main.js`)).toBeUndefined();
  expect(request('data:image/png;base64,AA')).toBeUndefined();
});

test('what is thrown and not caught, and errors in the console, are trouble', () => {
  const exceptionDetails = { text: 'Uncaught', exception: { description: 'Error: no' } };
  expect(troubleIn({ method: 'Runtime.exceptionThrown', params: { exceptionDetails } }, own)).toContain('Error: no');
  const said = (type: string) =>
    troubleIn({ method: 'Runtime.consoleAPICalled', params: { type, args: [{ value: 'no' }] } }, own);
  expect(said('error')).toContain('no');
  expect(said('warning')).toBeUndefined();
  const logged = (level: string) =>
    troubleIn({ method: 'Log.entryAdded', params: { entry: { level, source: 'security', text: 'refused' } } }, own);
  expect(logged('error')).toContain('refused');
  expect(logged('warning')).toBeUndefined();
});

test('what the page says by itself is no trouble', () => {
  expect(troubleIn({ method: 'Runtime.bindingCalled', params: { payload: '{}' } }, own)).toBeUndefined();
});
