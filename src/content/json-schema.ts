import type * as v from 'valibot';
import type { Language } from '../domain/pack.ts';
import { packSchema, scenarioSchema } from './schema.ts';

type Json = Record<string, unknown>;
type Node = v.GenericSchema & {
  pipe?: (Node | { type: string; requirement?: unknown })[];
  entries?: Record<string, Node>;
  key?: Node;
  value?: Node;
  item?: Node;
  wrapped?: Node;
  options?: readonly unknown[];
};

/** What an editor needs of a schema: names, kinds and choices. What it cannot say, `npm run scenarios` does. */
function jsonOf(node: Node, texts: Json): Json {
  if (node.pipe) {
    const parts = node.pipe.map((part) =>
      'kind' in part && part.kind === 'schema' ? jsonOf(part, texts) : actionOf(part),
    );
    return Object.assign({}, ...parts) as Json;
  }
  switch (node.type) {
    case 'object_with_rest': {
      const entries = Object.entries(node.entries ?? {});
      return {
        type: 'object',
        additionalProperties: false,
        required: entries.filter(([, value]) => value.type !== 'exact_optional').map(([name]) => name),
        properties: Object.fromEntries(entries.map(([name, value]) => [name, jsonOf(value, texts)])),
      };
    }
    case 'record':
      return {
        type: 'object',
        propertyNames: jsonOf(node.key!, texts),
        additionalProperties: jsonOf(node.value!, texts),
      };
    case 'array':
      return { type: 'array', items: jsonOf(node.item!, texts) };
    case 'exact_optional':
      return jsonOf(node.wrapped!, texts);
    case 'picklist':
      return { enum: node.options };
    case 'string':
    case 'number':
      return { type: node.type };
    // A text chooses by what it is given.
    case 'lazy':
      return texts;
    default:
      return {};
  }
}

function actionOf({ type, requirement }: { type: string; requirement?: unknown }): Json {
  if (type === 'regex') return { pattern: (requirement as RegExp).source };
  if (type === 'min_length') return { minItems: requirement };
  if (type === 'min_value') return { minimum: requirement };
  if (type === 'max_value') return { maximum: requirement };
  return {};
}

/** JSON Schema (draft 7) of the two kinds of files, made from the one schema, for editors that complete and check. */
export function jsonSchemas(languages: readonly Language[]): Record<'pack' | 'scenario', string> {
  const byLanguage: Json = {
    type: 'object',
    additionalProperties: false,
    required: languages,
    properties: Object.fromEntries(languages.map((language) => [language, { type: 'string', minLength: 1 }])),
  };
  const texts = languages.length > 1 ? byLanguage : { anyOf: [{ type: 'string', minLength: 1 }, byLanguage] };
  const whole = (schema: v.GenericSchema) =>
    `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...jsonOf(schema, texts) }, null, 2)}\n`;
  return { pack: whole(packSchema(languages)), scenario: whole(scenarioSchema(languages)) };
}
