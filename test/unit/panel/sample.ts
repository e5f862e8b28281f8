import type { Sheet, SheetCase } from '../../../components/panel/sheet';
import type { PanelState } from '../../../lib/messages/protocol';
import type { Draft } from '../../../lib/model/handoff';
import type { Playbook } from '../../../lib/model/playbook';

export const NOW = new Date(2026, 10, 20, 14, 2).getTime();

export const playbook: Playbook = {
  id: 'support-to-engineering',
  version: 1,
  name: 'Support to Engineering',
  because: 'Engineering can start at once.',
  trigger: { kinds: ['ticket'], any: [{ field: 'team', to: ['Engineering'] }] },
  reason: {
    question: 'Why Engineering?',
    choices: [
      { id: 'defect', label: 'A defect' },
      { id: 'access', label: 'Access' },
    ],
  },
  receiver: { team: 'Engineering' },
  closedBy: 'sender',
  exit: [
    { id: 'summary', kind: 'text', label: 'Summary', why: 'Says what is wrong.', level: 'block', prefill: ['subject'] },
    { id: 'ask', kind: 'text', label: 'The ask', why: 'A clear ask is answered.', level: 'block', min: 15 },
    {
      id: 'told',
      kind: 'text',
      label: 'Customer was told',
      why: 'A promise.',
      level: 'block',
      prefill: ['@lastPublicReply'],
    },
    { id: 'due', kind: 'date', label: 'Next update', why: 'A date keeps it.', level: 'warn' },
    { id: 'way', kind: 'text', label: 'Way around it', why: 'How long they can wait.', level: 'optional' },
  ],
  entry: [],
  onMissing: 'override',
  acceptWithinMinutes: 240,
};

export function draftOf(id: string, part: Partial<Draft> = {}): Draft {
  const ref = { origin: 'https://desk.example', kind: 'ticket', id } as const;
  const base = { key: `key-${id}`, ref, playbook: playbook.id, playbookVersion: 1, title: '', url: '', answers: {} };
  return { ...base, revision: 0, createdAt: NOW, updatedAt: NOW, ...part };
}

export function caseOf(id: string, subject: string, part: Partial<SheetCase> = {}): SheetCase {
  const draft = part.draft ?? draftOf(id);
  return {
    ref: draft.ref,
    title: subject,
    url: 'https://desk.example/1',
    changes: [{ field: 'team', from: { label: 'Support' }, to: { label: 'Engineering' } }],
    draft,
    recent: [],
    snapshot: {
      ref: draft.ref,
      site: 'x',
      url: 'https://desk.example/1',
      fields: [{ field: 'subject', value: subject, certainty: 'certain', where: 'the title' }],
      entries: [{ author: 'Dana', at: '2026-11-12T09:00:00Z', kind: 'public', text: 'We will write again tomorrow.' }],
      attachments: [],
      health: { light: 'green', missing: [] },
      seenAt: NOW,
    },
    ...part,
  };
}

export function sheetOf(part: Partial<Sheet> = {}): Sheet & PanelState {
  return {
    playbook,
    cases: [caseOf('1', 'Checkout fails with 502')],
    hold: { attempt: 'a1', alive: true, door: 'form', since: NOW },
    people: [],
    teams: [],
    health: { light: 'green', missing: [] },
    mayOverride: true,
    ...part,
  } as Sheet & PanelState;
}

/** A draft with everything that blocks. */
export const complete = draftOf('1', {
  reason: 'defect',
  answers: {
    ask: { value: 'Find why the gateway answers 502.', by: 'person', at: NOW },
    told: { value: 'We will write again tomorrow.', by: 'person', where: '@lastPublicReply', at: NOW },
  },
});
