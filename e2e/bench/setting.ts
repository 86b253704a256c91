import type { Host } from '../host.ts';

/** What a measurement is given. */
export interface Setting {
  /** The folder with the build, which `host` serves. */
  dist: string;
  host: Host;
  /** The address of the floor's page. */
  floor: string;
  /** An empty folder of this measurement's own, for a browser's profile. */
  profile: string;
  runs: number;
  answers: number;
}

/** How to open the browser on that profile. */
export const browserOf = ({ profile, host }: Setting): { profile: string; browserArgs: string[] } => ({
  profile,
  browserArgs: host.browserArgs,
});
