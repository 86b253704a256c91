import type { Send } from './webdriver.ts';

/** A browser that is running. */
export interface Running {
  send: Send;
  /** Ends it as a person does; what it stores is on the disk then. */
  stop(): Promise<void>;
  /** What went wrong in pages of the origin, so far. */
  problems(origin: string): Promise<string[]>;
}

/** One way to run a page. */
export interface Engine<Started extends Running = Running> {
  name: string;
  /** Debian's packages for it. */
  packages: string[];
  /** The programs that must be there. */
  programs: string[];
  /** @param profile a folder, for all that the browser keeps; downloads land in its `downloads` */
  start(profile: string): Promise<Started>;
}
