// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PolicyPart, PolicyParts } from '../../../lib/model/policy';
import { policyFrom } from '../../../lib/settings/policy-parts';

const page = readFileSync('docs/policy.md', 'utf8');
const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, kind, text]) => ({
  kind: kind ?? '',
  text: text ?? '',
}));
const find = (kind: string, holds: string) => {
  const found = fences.filter((one) => one.kind === kind && one.text.includes(holds));
  expect(found, `examples of ${kind} with ${holds}`).toHaveLength(1);
  return found[0]?.text ?? '';
};

/** What an example sets: all of it is read, and nothing is broken. */
function sets(given: unknown): string[] {
  const { policy, broken } = policyFrom(given);
  expect(broken).toEqual([]);
  const parts = Object.keys(given as object) as PolicyPart[];
  for (const part of parts) expect(policy[part], part).toBeDefined();
  if (parts.includes('playbooks')) expect(policy.playbooks).toHaveLength(1);
  return parts;
}

/** A property list's value, as an extension gets it. */
function plain(node: Element): unknown {
  const children = [...node.children];
  if (node.tagName === 'array') return children.map(plain);
  if (node.tagName === 'integer') return Number(node.textContent);
  if (node.tagName !== 'dict') return node.textContent;
  return Object.fromEntries(
    children.flatMap((child, n) =>
      child.tagName === 'key' ? [[child.textContent, plain(children[n + 1] as Element)]] : [],
    ),
  );
}

/** The values of a registry file under one key, those of the keys below it as lists: as Chromium reads them. */
function registered(text: string, key: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let at = '';
  for (const line of text.split('\n')) {
    at = /^\[(.*)\]$/.exec(line)?.[1] ?? at;
    const [, name, string, number] = /^"(\w+)"=(?:"(.*)"|dword:([0-9a-f]{8}))$/.exec(line) ?? [];
    if (!name || !at.includes(key)) continue;
    const value = number ? Number.parseInt(number, 16) : string?.replaceAll(/\\(.)/g, '$1');
    const list = at.split(`${key}\\`)[1];
    if (list) values[list] = [...((values[list] as unknown[] | undefined) ?? []), value];
    else values[name] = value;
  }
  return values;
}

const KEY = '3rdparty\\extensions\\STORE_ID\\policy';
const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml');

describe('the ready examples for administrators', () => {
  it('for Chrome and Edge, as a file', () => {
    const { '3rdparty': third, ExtensionSettings } = JSON.parse(find('json', '"extensions"'));
    expect(Object.keys(ExtensionSettings)).toEqual(Object.keys(third.extensions));
    expect(sets(third.extensions.STORE_ID)).toContain('playbooks');
  });

  it('for Windows, as registry text', () => {
    const values = registered(find('reg', KEY), KEY);
    expect(values['desks']).toHaveLength(2);
    expect(sets(values)).toHaveLength(9);
  });

  it('for Windows, as a template: values and words fit each other and the policy', () => {
    const admx = xml(find('xml', '<policyDefinitions '));
    const adml = xml(find('xml', '<policyDefinitionResources '));
    const names = [...admx.querySelectorAll('policy')].map((policy) => {
      expect(policy.getAttribute('key')?.endsWith(KEY)).toBe(true);
      const [element] = policy.querySelector('elements')?.children ?? [];
      expect(
        adml.querySelector(`presentation[id="${policy.getAttribute('name')}"] [refId="${element?.id}"]`),
      ).not.toBeNull();
      return element?.getAttribute('valueName') ?? element?.getAttribute('key')?.split('\\').at(-1);
    });
    expect(names).toHaveLength(6);
    for (const name of names) expect(Object.keys(PolicyParts)).toContain(name);
    const words = [...admx.documentElement.outerHTML.matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id);
    for (const id of words) expect(adml.querySelector(`string[id="${id}"]`), id).not.toBeNull();
    const choices = [...admx.querySelectorAll('item string')].map(({ textContent }) => textContent);
    for (const whenUnsure of choices) sets({ whenUnsure });
    expect(choices).toHaveLength(2);
  });

  it('for macOS, as a property list', () => {
    const [dict] = xml(find('xml', '<plist')).documentElement.children;
    expect(sets(plain(dict as Element))).toHaveLength(8);
  });

  it('for Firefox, as policies and as a managed storage manifest', () => {
    const { policies } = JSON.parse(find('json', '"policies"'));
    expect(Object.keys(policies.ExtensionSettings)).toEqual(['baton@baton.example']);
    expect(sets(policies['3rdparty'].Extensions['baton@baton.example'])).toContain('playbooks');
    const { name, type, data } = JSON.parse(find('json', '"storage"'));
    expect([name, type]).toEqual(['baton@baton.example', 'storage']);
    expect(sets(data)).toHaveLength(4);
  });

  it('and its table names every part', () => {
    const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, part]) => part);
    expect(named).toEqual(Object.keys(PolicyParts));
  });
});
