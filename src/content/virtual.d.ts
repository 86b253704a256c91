/* eslint-disable @typescript-eslint/consistent-type-imports -- the declaration of a module cannot import by a relative path */

/** The pack in one of its languages, with all scenarios; a build has a file in its place. */
declare module 'virtual:pack/*' {
  const pack: import('../domain/pack').Pack;
  export default pack;
}

/** The pack in one of its languages, whole but for its scenarios: only the first is there. */
declare module 'virtual:first/*' {
  const pack: import('../domain/pack').Pack;
  export default pack;
}

declare module 'virtual:packs' {
  type Pack = import('../domain/pack').Pack;
  type Language = import('../domain/pack').Language;
  /** Those of the pack; the first is the source. */
  export const languages: Language[];
  /** By language; each loads a file of its own. */
  export const loadPack: Record<Language, () => Promise<Pack>>;
  /** By language; with the first scenario only. */
  export const loadFirst: Record<Language, () => Promise<Pack>>;
}
