import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schema';

const folder = `${import.meta.dirname}/../../scenarios`;
const schemas = jsonSchemas(['de', 'en']);

test.each(['pack', 'scenario'] as const)(
  '%s.schema.json is the one schema: npm run scenarios -- --schema writes it',
  (kind) => {
    expect(readFileSync(`${folder}/${kind}.schema.json`, 'utf8')).toBe(schemas[kind]);
  },
);

interface Shape {
  properties: Record<string, Shape>;
  additionalProperties: Shape;
  items: Shape;
  enum: unknown[];
  required: string[];
}

test('an editor can complete channels, marks and fields, and knows what is missing', () => {
  const scenario = JSON.parse(schemas.scenario) as Shape;
  expect(scenario.properties['channel']!.enum).toContain('phone');
  const response = scenario.properties['turns']!.additionalProperties.properties['responses']!.additionalProperties;
  expect(response.properties['marks']!.properties['customer']!.enum).toEqual([0, 1, 2, 3]);
  expect(response.required).toContain('why');
  expect(response.required).not.toContain('next');
  expect(scenario.properties['title']!.required).toEqual(['de', 'en']);
});

test('a pack of one language takes plain texts', () => {
  const { properties } = JSON.parse(jsonSchemas(['de']).scenario) as Shape;
  expect(properties['title']).toMatchObject({ anyOf: [{ type: 'string' }, { type: 'object' }] });
});
