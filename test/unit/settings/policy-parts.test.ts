import { describe, expect, it } from 'vitest';
import { mayUse, NO_POLICY, type PolicyPart, PolicyParts } from '../../../lib/model/policy';
import { writePlaybookFile } from '../../../lib/playbooks/file';
import { salesToOnboarding } from '../../../lib/rules/playbooks/sales-to-onboarding';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import { policyFrom } from '../../../lib/settings/policy-parts';
import { practice } from '../../../lib/sites/practice/site';

const { generic: _, ...rest } = practice;
const desk = (id: string) =>
  JSON.parse(JSON.stringify({ ...rest, id: `taught-${id}`, name: 'Company desk', hosts: ['desk.example'] }));
const file = (id: string) => ({ baton: 'site', version: 1, site: desk(id) });
const text = writePlaybookFile([supportToEngineering]);

/** Every part as an administrator may give it, and what it then is. */
const GOOD: Record<PolicyPart, [given: unknown, is: unknown]> = {
  playbooks: [
    [text, JSON.parse(JSON.stringify(salesToOnboarding))],
    [supportToEngineering, salesToOnboarding],
  ],
  playbooksUrl: ['https://intranet.example/playbooks.json', 'https://intranet.example/playbooks.json'],
  desks: [
    ['https://Desk.example/', 'http://rt.example:8080'],
    ['https://desk.example', 'http://rt.example:8080'],
  ],
  whenUnsure: ['closed', 'closed'],
  override: ['["Team leads", "dana"]', ['Team leads', 'dana']],
  keepDays: [90, 90],
  identity: [{ team: ' Support ' }, { team: 'Support' }],
  roster: [[{ team: 'Support', people: ['ann'] }], [{ team: 'Support', people: ['ann'] }]],
  modes: [{ 'sales-to-onboarding': 'shadow' }, { 'sales-to-onboarding': 'shadow' }],
  off: [{ features: ['teach'] }, { sites: [], features: ['teach'] }],
  sites: [
    [JSON.stringify(file('one')), file('two'), desk('three')],
    [desk('one'), desk('two'), desk('three')],
  ],
};

/** Each part as it is no use at all, and what is said of it. */
const BROKEN: Record<PolicyPart, [given: unknown, why: string, at?: string]> = {
  playbooks: [['{'], 'not-json', '[0]'],
  playbooksUrl: ['http://intranet.example/playbooks.json', 'broken'],
  desks: [['desk.example'], 'broken', '[0]'],
  whenUnsure: ['shut', 'broken'],
  override: ['sometimes', 'broken'],
  keepDays: [-1, 'broken'],
  identity: [{ name: 7 }, 'broken', 'name'],
  roster: [[{ team: '' }], 'broken', '[0].team'],
  modes: [{ 'sales-to-onboarding': 'on' }, 'broken', 'sales-to-onboarding'],
  off: ['teach', 'broken'],
  sites: [[{ ...desk('x'), hosts: [] }], 'broken', '[0] hosts'],
};
const parts = Object.keys(PolicyParts) as PolicyPart[];

describe('a policy', () => {
  it.each(parts)('%s: is read, and takes no other part with it when it is broken', (part) => {
    const [given, is] = GOOD[part];
    expect(policyFrom({ [part]: given })).toEqual({ policy: { ...NO_POLICY, [part]: is }, broken: [] });

    const all = Object.fromEntries(parts.map((one) => [one, GOOD[one][0]]));
    const [wrong, why, at] = BROKEN[part];
    const { policy, broken } = policyFrom({ ...all, [part]: wrong });
    expect(broken[0]).toMatchObject({ part, why, ...(at ? { at } : {}) });
    const others = parts.filter((one) => one !== part);
    expect(others.map((one) => policy[one])).toEqual(others.map((one) => GOOD[one][1]));
    const none = part === 'off' || Array.isArray(NO_POLICY[part as 'sites']) ? NO_POLICY[part] : undefined;
    expect(policy[part]).toEqual(none);
  });

  it.each(parts)('%s: is read as the text of its JSON too, for a registry holds nothing else', (part) => {
    const [given, is] = GOOD[part];
    const whole = typeof given === 'object' ? JSON.stringify(given) : given;
    expect(policyFrom({ [part]: whole })).toEqual({ policy: { ...NO_POLICY, [part]: is }, broken: [] });
  });

  it('loses of a list the entries alone that cannot be used', () => {
    const { policy, broken } = policyFrom({
      desks: ['https://a.example', 'https://b.example/path', 'ftp://c.example', 'https://d.example'],
      roster: [{ team: 'A', people: [] }, { team: 'B' }],
      modes: { one: 'off', two: 'maybe' },
      off: { features: ['teach', 'walk'], gadgets: true, sites: ['zammad'] },
      identity: { team: 'Support', mail: 'x@y.example' },
      sites: [desk('one'), 7, desk('one')],
    });
    expect(policy).toEqual({
      ...NO_POLICY,
      desks: ['https://a.example', 'https://d.example'],
      roster: [{ team: 'A', people: [] }],
      modes: { one: 'off' },
      off: { features: ['teach'], sites: ['zammad'] },
      identity: { team: 'Support' },
      sites: [desk('one')],
    });
    expect(broken.map(({ part, why, at }) => [part, why, at].join(' '))).toEqual([
      'desks broken [1]',
      'desks broken [2]',
      'roster broken [1].people',
      'modes broken two',
      'off broken features[1]',
      'off broken gadgets',
      'identity broken mail',
      'sites broken [1] site',
      'sites twice [2]',
    ]);
  });

  it('says of a playbook on which line its text is wrong, and takes the first of one id', () => {
    const wrong = text
      .replace('"closedBy": "receiver"', '"closedBy": "nobody"')
      .replace('"closedBy": "sender"', '"closedBy": "nobody"');
    const { policy, broken } = policyFrom({ playbooks: [wrong, supportToEngineering, text, '{"baton":"playbooks"}'] });
    expect(policy.playbooks.map(({ id }) => id)).toEqual([supportToEngineering.id]);
    expect(broken).toMatchObject([
      {
        why: 'broken',
        at: '[0] playbooks.0.closedBy',
        line: wrong.split('\n').findIndex((line) => line.includes('"nobody"')) + 1,
      },
      { why: 'twice', at: '[2]', detail: supportToEngineering.id },
      { why: 'not-playbooks', at: '[3]' },
    ]);
  });

  it('says what Baton does not know, and what is too large', () => {
    const large = ['x'.repeat(5_000_000)];
    expect(policyFrom({ colour: 'red', playbooks: large, roster: '[', keepDays: null })).toEqual({
      policy: NO_POLICY,
      broken: [
        { part: 'colour', why: 'unknown' },
        { part: 'playbooks', why: 'too-big' },
        { part: 'roster', why: 'not-json' },
      ],
    });
  });

  it('sets nothing where a list or a group is empty', () => {
    const empty = { playbooks: [], desks: [], roster: [], modes: {}, identity: {}, off: {}, sites: [] };
    expect(policyFrom(empty)).toEqual({ policy: NO_POLICY, broken: [] });
  });

  it('never throws, whatever it holds', () => {
    let deep: unknown[] = [];
    for (let n = 0; n < 20_000; n += 1) deep = [deep];
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    for (const wrong of [
      null,
      7,
      'x',
      true,
      [],
      [[]],
      {},
      { baton: 'playbooks' },
      deep,
      cyclic,
      '{"a":',
      '[1,',
      Number.NaN,
    ]) {
      expect(policyFrom(wrong).policy).toEqual(NO_POLICY);
      for (const part of parts) {
        const { policy } = policyFrom({ [part]: wrong });
        for (const other of parts) if (other !== part) expect(policy[other]).toEqual(NO_POLICY[other as 'sites']);
      }
    }
  });
});

describe('whether a desk may be used', () => {
  it('every desk, where the company says nothing', () => {
    expect(mayUse(NO_POLICY, 'https://desk.example', 'zammad')).toBe(true);
  });

  it('the named origins alone, port included, and no site that is off', () => {
    const policy = { ...NO_POLICY, desks: ['https://desk.example'], off: { sites: ['zammad'], features: [] } };
    expect(mayUse(policy, 'https://desk.example')).toBe(true);
    expect(mayUse(policy, 'https://desk.example', 'freescout')).toBe(true);
    expect(mayUse(policy, 'https://desk.example', 'zammad')).toBe(false);
    for (const other of ['https://desk.example:8443', 'http://desk.example', 'https://desk.example.evil.test'])
      expect(mayUse(policy, other)).toBe(false);
  });
});
