import type { PackId, PrincipleId, ResponseId, ScenarioId, TurnId } from './ids';
import type { Marks } from './marks';

/** A BCP 47 language tag that a pack is written in. */
export type Language = string;

export const channels = ['in-person', 'phone', 'email', 'chat', 'letter', 'review', 'team'] as const;
export type Channel = (typeof channels)[number];

export const tags = [
  'business-customer',
  'giving-in-is-wrong',
  'misunderstanding',
  'balance',
  'colleagues',
  'abuse',
] as const;
/** What a scenario is about beside its principles; the coverage of the bank is counted by it. */
export type Tag = (typeof tags)[number];

/** How far the best response goes towards the customer's wish. */
export const leanings = ['firm', 'middle', 'generous'] as const;
export type Leaning = (typeof leanings)[number];

export interface Principle {
  id: PrincipleId;
  kind: 'principle' | 'ground-rule';
  /** One or two words, for chips and axes. */
  name: string;
  /** The sentence of the charter. */
  text: string;
  /** What it means in the working day, a line or two. */
  meaning: string;
}

export interface Response {
  id: ResponseId;
  text: string;
  marks: Marks;
  honours: PrincipleId[];
  breaks: PrincipleId[];
  /** What the customer says or does next. */
  reaction: string;
  why: string;
  next?: TurnId;
}

export interface Turn {
  id: TurnId;
  situation: string;
  customer: { name: string; says: string };
  /** Of a mail or a letter. */
  subject?: string;
  /** Of a review: 1 to 5. */
  stars?: number;
  responses: Response[];
}

/** One situational-judgement item: a graph of turns without cycles; the first turn is the start. */
export interface Scenario {
  id: ScenarioId;
  /** Short hash of the scenario's source: says which wording an answer was given to. */
  version: string;
  industry: string;
  channel: Channel;
  difficulty: 1 | 2 | 3;
  /** The first is the one practised. */
  principles: PrincipleId[];
  best: Leaning;
  tags: Tag[];
  title: string;
  turns: Turn[];
  /** One sentence to take into the day. */
  takeaway: string;
}

/** Charter, scenarios and settings of one company, in one language. */
export interface Pack {
  id: PackId;
  version: number;
  language: Language;
  /** All languages of the pack; the first is the source. */
  languages: Language[];
  title: string;
  /** The guiding image of the charter, one sentence. */
  motto: string;
  charter: Principle[];
  /** The principles in the order in which newcomers meet them. */
  path: PrincipleId[];
  /** The scenario a first visit opens with. */
  first: ScenarioId;
  check: {
    /** Share of the points to be reached, 0 to 1. */
    passMark: number;
    /** Scenarios drawn for each principle. */
    perPrinciple: number;
  };
  scenarios: Scenario[];
}
