/** As `build/licences.ts` writes them. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

/** Of this app first, then of what it is made of; kept for offline use. @throws where they cannot be had */
export async function loadLicences(): Promise<Licence[]> {
  const response = await fetch('./licences.json');
  if (!response.ok) throw new Error(`licences: ${response.status}`);
  return (await response.json()) as Licence[];
}
