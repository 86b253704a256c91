export type BackupRefusal =
  | 'too-large'
  | 'not-json'
  /** It ends in the middle. */
  | 'truncated'
  /** JSON, but no backup of this app. */
  | 'foreign'
  /** Made by a newer version of the app. */
  | 'newer'
  /** The checksum says that something was changed since it was made. */
  | 'damaged'
  /** Something stands in it that the app never writes. */
  | 'invalid'
  /** Nothing is wrong with the file: on a page without https the browser computes no checksum. */
  | 'insecure';

export interface BackupFlaw {
  /** Where: `facts.answers.3.marks.customer`. */
  path?: string;
  expected?: string;
  found?: string;
}

/** What stands in a foreign file may be long. */
const clip = (text: string | undefined) => text?.slice(0, 100);

/** A file is refused as a whole: nothing of it is taken. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly path: string | undefined;
  readonly expected: string | undefined;
  readonly found: string | undefined;

  constructor(
    readonly reason: BackupRefusal,
    { path, expected, found }: BackupFlaw = {},
    options?: ErrorOptions,
  ) {
    const details = [
      path && `at ${clip(path)}`,
      expected && `expected ${clip(expected)}`,
      found && `found ${clip(found)}`,
    ];
    super(`backup: ${[reason, ...details.filter(Boolean)].join(', ')}`, options);
    this.path = clip(path);
    this.expected = clip(expected);
    this.found = clip(found);
  }
}
