import * as v from 'valibot';
import { channels, leanings, tags, type Language } from '../domain/pack.ts';
import { fields, id, idPattern, list, named, oneOf, string, wholeNumber } from './fields.ts';
import { expects } from './issue.ts';
import { text } from './text.ts';

const principleIds = list(id('the id of a principle'), 'a list of principle ids');
const mark = v.picklist([0, 1, 2, 3], expects('a whole number from 0 to 3'));

const languageTag = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

/** The languages of a pack by themselves: everything else can be read only once they are known. */
export const languagesSchema = v.pipe(
  list(string(languageTag, 'a language such as de or pt-BR'), 'a list of languages'),
  v.minLength(1, 'expected at least one language, found none'),
);

/** `<industry>/<slug>`, both kebab-case. */
export const scenarioId = string(
  new RegExp(`^${idPattern.source}/${idPattern.source}$`),
  'the id of a scenario, <industry>/<slug>',
);

/** `pack.yaml` in source form; its texts are in `languages`, where those are known. */
export function packSchema(languages: readonly Language[] | undefined) {
  const principle = fields({
    id: id(),
    kind: oneOf(['principle', 'ground-rule']),
    name: text(languages),
    text: text(languages),
    meaning: text(languages),
  });
  return fields({
    id: id(),
    version: wholeNumber(1),
    languages: languagesSchema,
    title: text(languages),
    motto: text(languages),
    charter: v.pipe(
      list(principle, 'a list of principles'),
      v.minLength(1, 'expected at least one principle, found none'),
    ),
    path: principleIds,
    first: scenarioId,
    check: fields({
      passMark: v.pipe(
        v.number(expects('a number from 0 to 1')),
        v.minValue(0, expects('a number from 0 to 1')),
        v.maxValue(1, expects('a number from 0 to 1')),
      ),
      perPrinciple: wholeNumber(1),
    }),
  });
}

/** A scenario in source form; its id is not in it. */
export function scenarioSchema(languages: readonly Language[] | undefined) {
  const phrase = text(languages);
  const response = fields({
    text: phrase,
    marks: fields({ customer: mark, business: mark }),
    honours: principleIds,
    breaks: principleIds,
    reaction: phrase,
    why: phrase,
    next: v.exactOptional(id('the id of a turn')),
  });
  const turn = fields({
    situation: phrase,
    customer: fields({ name: phrase, says: phrase }),
    subject: v.exactOptional(phrase),
    stars: v.exactOptional(wholeNumber(1, 5)),
    responses: named(response, 'responses by their ids'),
  });
  return fields({
    channel: oneOf(channels),
    difficulty: oneOf([1, 2, 3]),
    principles: v.pipe(principleIds, v.minLength(1, 'expected at least one principle, found none')),
    best: oneOf(leanings),
    tags: list(oneOf(tags), 'a list of tags'),
    title: phrase,
    turns: named(turn, 'turns by their ids'),
    takeaway: phrase,
  });
}

export type PackSource = v.InferOutput<ReturnType<typeof packSchema>>;
export type ScenarioSource = v.InferOutput<ReturnType<typeof scenarioSchema>>;
