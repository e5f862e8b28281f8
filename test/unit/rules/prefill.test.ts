import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/model/case';
import { Answer } from '../../../lib/model/handoff';
import type { Criterion } from '../../../lib/model/playbook';
import { supportToEngineering } from '../../../lib/rules/playbooks/support-to-engineering';
import { prefill } from '../../../lib/rules/prefill';
import type { Situation } from '../../../lib/rules/situation';
import { common, field, NOW, situation, snapshot } from './cases';

const fill = (criterion: Criterion, more: Partial<Situation>) => prefill(criterion, situation([criterion], more));
const from = (kind: 'text' | 'date' | 'number' | 'link' | 'person' | 'attachment', ...names: string[]): Criterion => ({
  ...common,
  id: 'c',
  kind,
  prefill: names,
});
const shown = (kind: Parameters<typeof from>[0], value: string) =>
  fill(from(kind, 'it'), { snapshot: snapshot([field('it', value)]) })?.value ?? null;

describe('prefill', () => {
  it('takes what the page says, with where it was read and when', () => {
    expect(
      fill(from('text', 'environment'), {
        snapshot: snapshot([field('environment', ' Chrome 156 ', { where: 'Environment' })]),
      }),
    ).toEqual({
      value: 'Chrome 156',
      by: 'captured',
      where: 'Environment',
      at: NOW - 1000,
    });
  });

  it('marks what was read by generic means as a guess', () => {
    expect(fill(from('text', 'x'), { snapshot: snapshot([field('x', 'Chrome', { certainty: 'guess' })]) })?.by).toBe(
      'guess',
    );
  });

  it('tries the sources in order and passes over those with nothing that fits', () => {
    const fields = [field('a', '  '), field('b', 'next week'), field('c', '2026-12-04')];
    expect(fill(from('date', 'missing', 'a', 'b', 'c'), { snapshot: snapshot(fields) })?.value).toBe('2026-12-04');
  });

  it('knows a desk’s own field by its words, however they are joined; Baton’s own names as they stand', () => {
    const page = (name: string) => ({ snapshot: snapshot([field(name, '2027-03-15')]) });
    for (const name of ['Go-live date', 'GO LIVE DATE', 'Go_Live_Date'])
      expect(fill(from('date', 'Go live date'), page(name))?.value).toBe('2027-03-15');
    expect(fill(from('date', 'closeDate'), page('CLOSE DATE'))).toBeNull();
    expect(fill(from('date', 'Go live date'), page('Go live'))).toBeNull();
  });

  it('has nothing to say without sources, without a page, or for a confirmation', () => {
    expect(fill({ ...common, id: 'c', kind: 'text' }, { snapshot: snapshot([field('x', 'y')]) })).toBeNull();
    expect(fill(from('text', 'x'), {})).toBeNull();
    const confirmation: Criterion = { ...common, id: 'c', kind: 'confirmation', statement: 'Yes.', prefill: ['x'] };
    expect(fill(confirmation, { snapshot: snapshot([field('x', 'true')]) })).toBeNull();
  });

  it('reads dates, numbers and links only where they have one meaning', () => {
    expect(shown('date', '2026-11-20')).toBe('2026-11-20');
    for (const value of ['11/12/2026', '2026-11-20T00:00:00Z', 'tomorrow', '2026-02-30'])
      expect(shown('date', value)).toBeNull();
    expect(shown('number', '€ 6900')).toBe('6900');
    expect(shown('number', '1.234.567,8')).toBe('1234567.8');
    for (const value of ['48,600', 'five', '']) expect(shown('number', value)).toBeNull();
    expect(shown('link', ' https://wiki.example/a ')).toBe('https://wiki.example/a');
    for (const value of ['javascript:alert(1)', 'wiki.example', 'see https://wiki.example'])
      expect(shown('link', value)).toBeNull();
  });

  it('makes rows of numbered, bulleted and plain lines, in the first column', () => {
    const rows: Criterion = {
      ...common,
      id: 'c',
      kind: 'rows',
      columns: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      minRows: 1,
      prefill: ['steps'],
    };
    const steps = '1. Open Billing\r\n 2) Filter\n\n- Click "Export"\n• Wait\n3 users see it\n2026 report';
    expect(fill(rows, { snapshot: snapshot([field('steps', steps)]) })?.value).toEqual([
      ['Open Billing', ''],
      ['Filter', ''],
      ['Click "Export"', ''],
      ['Wait', ''],
      ['3 users see it', ''],
      ['2026 report', ''],
    ]);
  });

  it('keeps what it makes within the bounds of an answer, whatever the page holds', () => {
    const rows: Criterion = {
      ...common,
      id: 'c',
      kind: 'rows',
      columns: [{ id: 'a', label: 'A' }],
      minRows: 1,
      prefill: ['steps'],
    };
    const page = snapshot([field('steps', `${'😀'.repeat(4000)}\n`.repeat(2)), field('many', 'a line\n'.repeat(2000))]);
    expect(Answer.safeParse(fill(rows, { snapshot: page })).success).toBe(true);
    expect(Answer.safeParse(fill({ ...rows, prefill: ['many'] }, { snapshot: page })).success).toBe(true);
  });

  describe('of a choice', () => {
    const severity = supportToEngineering.exit.find(({ id }) => id === 'severity') as Criterion;
    const means = (value: string, id?: string) =>
      fill(severity, { snapshot: snapshot([field('severity', value, id === undefined ? {} : { id })]) })?.value ?? null;
    it.each([
      ['S2 - Major', 's2'],
      ['S2 – Major', 's2'],
      ['s1', 's1'],
      ['Sev 3', 's3'],
      ['SEV-1: everything', 's1'],
      ['Critical', 's1'],
      ['major', 's2'],
      ['S4 - Question', 's4'],
      ['S4: a question, or cosmetic', 's4'],
    ])('%j is %s', (value, option) => {
      expect(means(value)).toBe(option);
    });
    it.each(['S22', 'not critical', 'Majority', 'High', '', 'was S1'])('%j is none of them', (value) => {
      expect(means(value)).toBeNull();
    });
    it('falls back on the desk’s own id', () => {
      expect(means('Schwerwiegend', 'S2')).toBe('s2');
    });
  });

  describe('from the conversation', () => {
    const entry = (kind: Entry['kind'], text: string): Entry => ({ kind, text, author: 'A' });
    const talk = snapshot(
      [],
      [
        entry('customer', 'It broke.'),
        entry('public', 'We look into it.'),
        entry('internal', 'Reproduced.'),
        entry('customer', 'Any news?'),
        entry('internal', 'Escalate.'),
        entry('event', 'Team set'),
        entry('public', ' '),
      ],
      ['a.csv', 'b.png'],
    );
    it.each([
      ['@lastCustomerMessage', 'Any news?'],
      ['@lastPublicReply', 'We look into it.'],
      ['@internalNotes', 'Reproduced.\n\nEscalate.'],
    ])('%s is a guess, because only a person knows whether it answers', (name, value) => {
      expect(fill(from('text', name), { snapshot: talk })).toMatchObject({ value, by: 'guess', where: name });
    });
    it('an entry that the page does not mark is offered as nothing', () => {
      const unmarked = snapshot([], [entry('unknown', 'The customer must not hear of this.')]);
      for (const name of ['@lastPublicReply', '@lastCustomerMessage', '@internalNotes'])
        expect(fill(from('text', name), { snapshot: unmarked })).toBeNull();
    });
    it('attachments, address and receiver stand', () => {
      expect(fill(from('attachment', '@attachments'), { snapshot: talk })).toMatchObject({
        value: 'a.csv\nb.png',
        by: 'captured',
      });
      expect(fill(from('link', '@url'), {})).toMatchObject({ value: 'https://desk.example/case/1', by: 'captured' });
      const changes = [{ field: 'owner', to: { label: 'Priya Raman', id: 'priya' } }];
      expect(fill(from('person', '@receiver'), { changes })).toMatchObject({
        value: 'Priya Raman',
        by: 'captured',
        where: '@receiver',
      });
    });
    it('nobody is no receiver, and a changed team is no person', () => {
      expect(fill(from('person', '@receiver'), { changes: [{ field: 'owner', to: { label: 'Nobody' } }] })).toBeNull();
      expect(
        fill(from('person', '@receiver'), { changes: [{ field: 'team', to: { label: 'Engineering' } }] }),
      ).toBeNull();
    });
    it('the newest internal notes are kept when there are too many', () => {
      const notes = Array.from({ length: 1000 }, (_, n) => entry('internal', `${n} ${'x'.repeat(500)}`));
      const value = fill(from('text', '@internalNotes'), { snapshot: snapshot([], notes) })?.value as string;
      expect(value.length).toBeLessThanOrEqual(20_000);
      expect(value).toContain('999 x');
      expect(value).not.toContain('\n900 x');
    });
  });
});
