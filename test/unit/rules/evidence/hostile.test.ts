import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../lib/model/playbook';
import { answer, common, judge, NOW } from '../cases';

const text: Criterion = { ...common, id: 'c', kind: 'text' };

describe('hostile answers of 20,000 characters', () => {
  const N = 20_000;
  const kinds: Criterion[] = [
    { ...text, min: 2000, lines: 20, without: 'secrets' },
    {
      ...common,
      id: 'c',
      kind: 'choice',
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    { ...common, id: 'c', kind: 'person', notSender: true },
    { ...common, id: 'c', kind: 'team' },
    { ...common, id: 'c', kind: 'date', future: true },
    { ...common, id: 'c', kind: 'link', hosts: ['*.example.com'] },
    { ...common, id: 'c', kind: 'number' },
    { ...common, id: 'c', kind: 'attachment' },
  ];
  const hostile: [string, string][] = [
    ['one letter', 'a'.repeat(N)],
    ['one letter, then another', `${'a'.repeat(N - 1)}b`],
    ['white space', `${' '.repeat(N - 1)}x`],
    ['line breaks', '\n'.repeat(N)],
    ['accents', `a${'\u0316\u0301'.repeat(N / 2 - 1)}`],
    ['zero width', '\u200d'.repeat(N)],
    ['emoji', '👨‍👩‍👧‍👦'.repeat(N / 11)],
    ['flags', '🇩🇪'.repeat(N / 4)],
    ['lone surrogates', '\ud800'.repeat(N)],
    ['ligatures that unfold', '\ufdfa'.repeat(N)],
    ['keyboard', 'asdfghjkl'.repeat(N / 9)],
    ['the label', 'the question '.repeat(N / 13)],
    ['almost the label', 'thequestio'.repeat(N / 10)],
    ['fillers', 'n/a '.repeat(N / 4)],
    ['digits', '1'.repeat(N)],
    ['brackets', '(a<b>'.repeat(N / 5)],
    ['link', `https://${'a.'.repeat(N / 2 - 10)}example.com`],
    ['wide', '漢'.repeat(N)],
    ['almost cards', '4111 1111 1111 1112 '.repeat(N / 20)],
    ['digits one by one', '4 '.repeat(N / 2)],
    ['almost accounts', 'DE88 3704 0044 0532 '.repeat(N / 20)],
    ['almost passwords', 'password '.repeat(N / 9)],
    ['almost sessions', 'eyJhbGciOiJI.'.repeat(N / 13)],
  ];
  it.each(hostile)('%s: judged at once, by every kind', (_, value) => {
    const started = process.cpuUsage();
    for (const kind of kinds)
      judge(kind, answer(value.slice(0, N)), { me: 'Amara', recent: ['something else entirely'], now: NOW });
    // Linear work takes a few milliseconds; quadratic work on this length takes seconds.
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});
