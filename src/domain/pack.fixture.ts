import type { Answer } from './answer';
import { attemptId } from './attempt';
import type { Mark } from './marks';
import { channels, type Pack, type Response, type Scenario, type Turn } from './pack';

/** Builders for tests: whole things with the part that matters replaced. */
export const response = (
  id: string,
  customer: Mark = 3,
  business: Mark = 3,
  over: Partial<Response> = {},
): Response => ({
  id,
  text: `say ${id}`,
  marks: { customer, business },
  honours: [],
  breaks: [],
  reaction: `reaction to ${id}`,
  why: `why ${id}`,
  ...over,
});

export const turn = (
  id: string,
  responses = [response('best'), response('soft', 3, 0), response('hard', 0, 2)],
): Turn => ({
  id,
  situation: `situation ${id}`,
  customer: { name: 'Ms Kaya', says: `says ${id}` },
  responses,
});

export const scenario = (id: string, over: Partial<Scenario> = {}): Scenario => ({
  id,
  version: '1',
  industry: id.split('/')[0]!,
  channel: 'phone',
  difficulty: 1,
  principles: ['first'],
  best: 'middle',
  tags: [],
  title: `title ${id}`,
  turns: [turn('start')],
  takeaway: `takeaway ${id}`,
  ...over,
});

export const pack = (scenarios: Scenario[] = [scenario('retail/one')], over: Partial<Pack> = {}): Pack => ({
  id: 'test',
  version: 1,
  language: 'en',
  languages: ['en'],
  title: 'Our charter',
  motto: 'Every customer is king.',
  charter: ['first', 'choice', 'trust'].map((id) => ({
    id,
    kind: 'principle' as const,
    name: `name ${id}`,
    text: `text ${id}`,
    meaning: `meaning ${id}`,
  })),
  path: ['first', 'choice', 'trust'],
  first: scenarios[0]!.id,
  check: { passMark: 0.7, perPrinciple: 2 },
  scenarios,
  ...over,
});

/** Principles `p1`, `p2` … with so many scenes each, `p1/1`, `p1/2` …, channels mixed; in the order of the path. */
export const bank = (principles = 12, each = 6, over: Partial<Pack> = {}): Pack => {
  const path = Array.from({ length: principles }, (_, i) => `p${i + 1}`);
  const scenes = path.flatMap((id, i) =>
    Array.from({ length: each }, (_, nth) =>
      scenario(`${id}/${nth + 1}`, { principles: [id], channel: channels[(i + 2 * nth) % channels.length]! }),
    ),
  );
  return pack(scenes, { path, ...over });
};

let made = 0;
/** A new answer; ids rise with every call. */
export const answer = (over: Partial<Answer> = {}): Answer => {
  const id = String(++made).padStart(26, '0');
  return {
    id,
    attempt: attemptId(id, 1),
    pack: 'test',
    scenario: 'retail/one',
    version: '1',
    turn: 'start',
    response: 'best',
    marks: { customer: 3, business: 3 },
    confidence: 'sure',
    at: 1_800_000_000_000 + made * 60_000,
    day: '2027-01-15',
    where: 'practice',
    ...over,
  };
};
