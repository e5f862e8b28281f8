import { describe, expect, it } from 'vitest';
import { type PolicyPart, PolicyParts } from '../../lib/model/policy.ts';
import { policyFrom } from '../../lib/settings/policy-parts.ts';
import { text } from './files.ts';

type Schema = {
  type: string;
  title?: string;
  description?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
};
const { properties = {} } = JSON.parse(text('public/policy.json')) as Schema;

/** One good value of each part, as Chromium lets it through. */
const ONE: Record<PolicyPart, unknown> = {
  playbooks: [],
  playbooksUrl: 'https://intranet.example/p.json',
  desks: ['https://desk.example'],
  whenUnsure: 'closed',
  override: '["Team leads"]',
  keepDays: 365,
  identity: { name: 'dana', team: 'Support' },
  roster: [{ team: 'Support', people: ['dana'] }],
  modes: { one: 'off' },
  off: { sites: ['zendesk'], features: ['teach'] },
  sites: [],
};

/** Whether Chromium would let a value through. */
function fits(value: unknown, { type, items, properties: named, additionalProperties: more }: Schema): boolean {
  if (type === 'array') return Array.isArray(value) && value.every((one) => !items || fits(one, items));
  if (type === 'integer') return Number.isInteger(value);
  if (type !== 'object') return typeof value === type;
  return Object.entries(value as object).every(([name, one]) => {
    const schema = named?.[name] ?? more;
    return schema !== undefined && fits(one, schema);
  });
}

describe('the policy’s schema for Chromium', () => {
  it('names exactly the parts that Baton reads', () => {
    expect(Object.keys(properties)).toEqual(Object.keys(PolicyParts));
  });

  it.each(Object.keys(PolicyParts) as PolicyPart[])('%s: is described, and lets through what Baton takes', (part) => {
    const schema = properties[part] as Schema;
    expect(schema.title?.length).toBeGreaterThan(3);
    expect(schema.description?.length).toBeGreaterThan(10);
    expect(fits(ONE[part], schema)).toBe(true);
    expect(policyFrom({ [part]: ONE[part] }).broken).toEqual([]);
  });
});
