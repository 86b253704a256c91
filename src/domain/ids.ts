/** A string that is an id of one kind of thing; keeps a scenario id from being passed where a turn id belongs. */
export type Id<Kind extends string> = string & { readonly __id?: Kind };

export type PrincipleId = Id<'principle'>;
/** `<industry>/<slug>`. */
export type ScenarioId = Id<'scenario'>;
export type TurnId = Id<'turn'>;
export type ResponseId = Id<'response'>;
export type PackId = Id<'pack'>;
/** Sortable by time, made on the device. */
export type AnswerId = Id<'answer'>;
/** `<sortable id>.<seed in base 36>`; the seed decides the order of the responses, see `attempt.ts`. */
export type AttemptId = Id<'attempt'>;
/** A local calendar day, `YYYY-MM-DD`. */
export type Day = Id<'day'>;
