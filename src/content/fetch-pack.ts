import type { Pack } from '../domain/pack.ts';
import { nextTask } from './next-task.ts';
import { unpacked, type Wire } from './wire.ts';

/**
 * Fetches a pack in its wire form, some kilobytes at a time: a slow phone is busy with each for a moment only, and with
 * the whole, be it a script or JSON, for longer than a tap may wait.
 *
 * @throws TypeError if the network fails, Error if the host does not have the file, SyntaxError if it is no JSON
 */
export async function fetchPack(address: string): Promise<Pack> {
  const { ok, status, body } = await fetch(address);
  if (!ok || !body) throw new Error(`${address}: ${status}`);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let json = '';
  for (let part = await reader.read(); !part.done; part = await reader.read())
    json += decoder.decode(part.value, { stream: true });
  json += decoder.decode();
  await nextTask();
  return unpacked(JSON.parse(json) as Wire) as Pack;
}
