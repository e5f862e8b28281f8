import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../lib/model/playbook';
import { answer, common, judge } from '../cases';

const said = (value: string, criterion: Criterion) => judge(criterion, answer(value));

describe('a choice', () => {
  const choice: Criterion = {
    ...common,
    id: 'c',
    kind: 'choice',
    options: [
      { id: 's1', label: 'One' },
      { id: 's2', label: 'Two' },
    ],
  };
  it('is one of the options, by id', () => {
    expect(said('s1', choice)).toBeNull();
    expect(said('One', choice)).toBe('not-an-option');
    expect(said('', choice)).toBe('empty');
  });
});

describe('a person', () => {
  const person: Criterion = { ...common, id: 'c', kind: 'person', notSender: true };
  it('is anybody with a name, whatever the name means elsewhere', () => {
    for (const name of ['Priya Raman', 'Nada', 'Ka', 'Li', '王芳', 'Nil Öztürk', 'priya'])
      expect(said(name, person)).toBeNull();
  });
  it('is not nobody', () => {
    for (const name of ['Nobody', 'unassigned', 'TBD', '?', '-', 'x', 'niemand', 'Personne', 'nadie', 'asdf'])
      expect(said(name, person)).toBe('placeholder');
  });
  it('is not the sender, where another is asked for', () => {
    expect(judge(person, answer('amara okafor '), { me: 'Amara Okafor' })).toBe('same-as-sender');
    expect(judge(person, answer('Amara Okafor'), { me: 'amara (Amara Okafor)' })).toBe('same-as-sender');
    expect(judge(person, answer('Priya Raman'), { me: 'Amara Okafor' })).toBeNull();
    expect(judge({ ...person, notSender: false }, answer('Amara Okafor'), { me: 'Amara Okafor' })).toBeNull();
  });
});

describe('a team', () => {
  const team: Criterion = { ...common, id: 'c', kind: 'team' };
  it('has a name', () => {
    expect(said('Engineering', team)).toBeNull();
    expect(said('tbd', team)).toBe('placeholder');
    expect(said(' ', team)).toBe('empty');
  });
});

describe('a date', () => {
  const date: Criterion = { ...common, id: 'c', kind: 'date' };
  const future: Criterion = { ...date, future: true };
  it('is a day of the calendar', () => {
    for (const day of ['2026-11-20', '2028-02-29', '2026-11-20T14:00']) expect(said(day, date)).toBeNull();
    for (const day of [
      '2026-02-29',
      '2026-13-01',
      '20.11.2026',
      '11/20/2026',
      'Friday',
      '2026-11-20T14:00Z',
      '2026-11-20; drop',
    ])
      expect(said(day, date)).toBe('not-a-date');
  });
  it('may be today, and not yesterday, where the future is asked for', () => {
    expect(said('2026-11-20', future)).toBeNull();
    expect(said('2026-11-21', future)).toBeNull();
    expect(said('2026-11-19', future)).toBe('in-the-past');
  });
  it('is judged by the day where the person is, first and last minute alike', () => {
    for (const now of [new Date(2026, 10, 20, 0, 0, 1).getTime(), new Date(2026, 10, 20, 23, 59, 59).getTime()]) {
      expect(judge(future, answer('2026-11-20'), { now })).toBeNull();
      expect(judge(future, answer('2026-11-19'), { now })).toBe('in-the-past');
    }
  });
});

describe('a link', () => {
  const link: Criterion = { ...common, id: 'c', kind: 'link' };
  const at = (...hosts: string[]): Criterion => ({ ...link, hosts });
  it('is a web address', () => {
    expect(said('https://wiki.example.com/x?y=1#z', link)).toBeNull();
    expect(said('http://jira/browse/AB-1', link)).toBeNull();
    for (const value of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'wiki.example.com',
      'see the wiki',
      'https://',
      'https://a b.com',
      'https://me:secret@example.com/',
      'https://me@example.com/',
      'ftp://example.com',
    ])
      expect(said(value, link)).toBe('not-a-link');
  });
  it('is at the exact host', () => {
    expect(said('https://example.com/a', at('example.com'))).toBeNull();
    expect(said('https://EXAMPLE.com./a', at('example.com'))).toBeNull();
    for (const url of [
      'https://example.com.evil.example/',
      'https://notexample.com/',
      'https://evil.example/example.com',
      'https://www.example.com/',
      'https://evil.example/?https://example.com',
    ])
      expect(said(url, at('example.com'))).toBe('wrong-host');
  });
  it('is anywhere below a host given with a star', () => {
    expect(said('https://acme.example.com/a', at('*.example.com'))).toBeNull();
    expect(said('https://a.b.example.com/a', at('*.example.com'))).toBeNull();
    for (const url of ['https://example.com/', 'https://notexample.com/', 'https://example.com.evil.example/'])
      expect(said(url, at('*.example.com'))).toBe('wrong-host');
  });
  it('takes any of several hosts, in any script, and a port where the host names one', () => {
    expect(said('https://b.example/', at('a.example', 'b.example'))).toBeNull();
    expect(said('https://xn--mnchen-3ya.example/', at('münchen.example'))).toBeNull();
    expect(said('https://a.example:8443/', at('a.example:8443'))).toBeNull();
    expect(said('https://a.example/', at('a.example:8443'))).toBe('wrong-host');
    expect(said('https://a.example/', at('::: not a host'))).toBe('wrong-host');
  });
});

describe('a number', () => {
  const number: Criterion = { ...common, id: 'c', kind: 'number', min: 1, max: 50_000, unit: 'EUR' };
  it('is read as people write it', () => {
    for (const value of ['42', '42.5', '42,5', '1 234', '1.234,56', "12'500.00", '€ 42', '42 EUR', '４２'])
      expect(said(value, number)).toBeNull();
    for (const value of ['many', '4 or 5', '1-2', '1e3', '0x10', 'NaN', 'Infinity', '--5'])
      expect(said(value, number)).toBe('not-a-number');
  });
  it('is not guessed where it can be read in two ways', () => {
    expect(said('48,600', number)).toBe('not-a-number');
    expect(said('48.600', number)).toBe('not-a-number');
  });
  it('lies between its bounds, both included', () => {
    expect(said('1', number)).toBeNull();
    expect(said('50000', number)).toBeNull();
    expect(said('0.99', number)).toBe('out-of-range');
    expect(said('-5', number)).toBe('out-of-range');
    expect(said('50001', number)).toBe('out-of-range');
  });
});
