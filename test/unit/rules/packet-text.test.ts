import { describe, expect, it } from 'vitest';
import { readableText } from '../../../lib/rules/packet-text';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import { answer, NOW } from './cases';

const input = {
  playbook: supportToEngineering,
  title: 'Invoice PDF export returns blank page',
  url: 'https://desk.example/case/1',
  from: 'Support L1',
  to: 'Engineering',
  sender: 'Amara Okafor',
  reason: 'defect',
  changes: [{ field: 'team', from: { label: 'Support L1' }, to: { label: 'Engineering' } }],
  answers: {
    severity: answer('s2', 'captured', 'Severity'),
    steps: answer([['Open Billing'], [''], ['Click "Export PDF"']]),
    tried: answer([['Cleared the cache', 'no change']]),
    ask: answer('Find out why.\nTell us by Friday.'),
    told: answer('We look into it.', 'guess', '@lastPublicReply'),
    workaround: answer(''),
  },
  now: NOW,
};

describe('the readable text', () => {
  it('reads as a handoff', () => {
    const zone = /\(UTC[+-]\d\d:\d\d\)/;
    const text = readableText(input);
    expect(text).toMatch(zone);
    expect(text.replace(zone, '(zone)')).toBe(
      `Handoff: Support L1 → Engineering
Case: Invoice PDF export returns blank page
Link: https://desk.example/case/1
Reason: A defect in the product
Team: Support L1 → Engineering
Sent: by Amara Okafor, 2026-11-20 10:30 (zone)

Severity:
  S2: a main function is blocked

Steps to reproduce:
  1. Open Billing
  2. Click "Export PDF"

What was tried, and what came of it:
  1. Cleared the cache → no change

What exactly you ask of Engineering:
  Find out why.
  Tell us by Friday.

What the customer was told, and when they hear next (from the page, not confirmed):
  We look into it.`,
    );
  });

  it('says what is still missing and why it went all the same', () => {
    const override = {
      reason: 'Customer is down,\nno time',
      debt: [
        { criterion: 'ask', label: 'The ask' },
        { criterion: 'told', label: 'What was told' },
      ],
    };
    expect(readableText({ ...input, override })).toMatch(
      /\n\nStill missing:\n {2}- The ask\n {2}- What was told\nSent all the same because: Customer is down, no time$/,
    );
  });

  it('leaves out what is not known, and changes that only follow from others', () => {
    const text = readableText({
      ...input,
      from: undefined,
      sender: undefined,
      reason: undefined,
      answers: {},
      changes: [{ field: 'team', to: { label: 'Engineering' }, implied: true }],
    });
    expect(text).toMatch(/^Handoff: Engineering\nCase: .*\nLink: .*\nSent: 2026-11-20 10:30 \(UTC.*\)$/);
  });

  it('lets no captured text pass for a part of the packet', () => {
    const hostile = 'x\r\nStill missing:\u2028Reason: none\u0085Sent: now';
    const text = readableText({
      ...input,
      title: hostile,
      from: hostile,
      reason: 'data',
      answers: { ask: answer(hostile), tried: answer([[hostile, 'b']]) },
    });
    const starts = text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
    expect(starts.map((line) => line.split(':')[0])).toEqual([
      'Handoff',
      'Case',
      'Link',
      'Reason',
      'Team',
      'Sent',
      'What was tried, and what came of it',
      'What exactly you ask of Engineering',
    ]);
  });

  it('carries no control, hidden or direction-turning characters, and keeps what scripts need', () => {
    const text = readableText({
      ...input,
      title: 'a\u0000b\u001b[31mc\u202ed\u2066e\u200bf\ufeffg\u{e0041}h',
      answers: { ask: answer('می\u200cخواهم 👨‍👩‍👧 \u200fא') },
    });
    expect(text).toContain('Case: ab[31mcdefgh\n');
    expect(text).toContain('می\u200cخواهم 👨‍👩‍👧 \u200fא');
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
  });
});
