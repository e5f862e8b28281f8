import type { Condition, Playbook } from '../../model/playbook';
import { TICKETS } from './desk-statuses';

/** At night somebody may have to be woken: only there a text about that blocks. */
const urgent: Condition = { answer: 'urgency', is: ['p1', 'p2'] };
const away: Condition = { reason: ['absence', 'ill'] };

/**
 * A minute for each case at the end of a shift: how urgent, where it stands, what comes next and by when. It is offered to one person
 * who says that they take it; until then it stays with who had it.
 */
export const shiftChange: Playbook = {
  id: 'shift-change',
  version: 1,
  name: 'Shift change or absence',
  because: 'Whoever comes on should know what is burning, what comes next, and whom to wake.',
  trigger: {
    kinds: ['ticket', 'issue', 'task'],
    any: [
      { field: 'team', to: ['Night shift', 'Day shift', 'Early shift', 'Late shift', 'Weekend shift', 'Next shift'] },
      {
        field: 'team',
        to: ['Support APAC', 'Support EMEA', 'Support Americas', 'Support AMER', 'On call', 'Absence cover'],
      },
      { field: 'status', to: ['Handed over', 'Shift handover', 'Over to next shift', 'Covered in absence'] },
      { field: 'tag', to: ['shift-handover', 'handover', 'absence-cover'] },
    ],
  },
  reason: {
    question: 'Why does it change hands?',
    choices: [
      { id: 'shift', label: 'The shift ends' },
      { id: 'region', label: 'It goes to another region' },
      { id: 'absence', label: 'A planned absence', matches: ['Vacation', 'Leave'] },
      { id: 'ill', label: 'Somebody is ill' },
      { id: 'load', label: 'Too much for one person' },
    ],
    implied: [
      {
        when: { field: 'team', is: ['Support APAC', 'Support EMEA', 'Support Americas', 'Support AMER'] },
        choice: 'region',
      },
      {
        when: {
          any: [
            { field: 'team', is: ['Absence cover'] },
            { field: 'status', is: ['Covered in absence'] },
            { field: 'tag', is: ['absence-cover'] },
          ],
        },
        choice: 'absence',
      },
      {
        when: {
          any: [
            {
              field: 'team',
              is: ['Night shift', 'Day shift', 'Early shift', 'Late shift', 'Weekend shift', 'Next shift'],
            },
            { field: 'status', is: ['Shift handover', 'Over to next shift'] },
            { field: 'tag', is: ['shift-handover'] },
          ],
        },
        choice: 'shift',
      },
    ],
  },
  receiver: { team: 'Next shift' },
  owner: { before: 'sender', after: 'person' },
  closedBy: 'receiver',
  exit: [
    {
      id: 'urgency',
      kind: 'choice',
      label: 'How urgent',
      why: 'It decides what is looked at first.',
      level: 'block',
      options: [
        {
          id: 'p1',
          label: 'P1: down, or data at risk',
          matches: ['S1', 'Sev1', 'Sev 1', 'Critical', 'Blocker', 'Urgent', 'Highest'],
        },
        {
          id: 'p2',
          label: 'P2: a main function is blocked',
          matches: ['S2', 'Sev2', 'Sev 2', 'Major', 'High', '3 high'],
        },
        { id: 'p3', label: 'P3: hindered', matches: ['S3', 'Sev3', 'Sev 3', 'Minor', 'Normal', 'Medium', '2 normal'] },
        { id: 'p4', label: 'P4: can wait', matches: ['S4', 'Sev4', 'Sev 4', 'Trivial', 'Low', 'Lowest', '1 low'] },
      ],
      prefill: ['severity', 'priority'],
    },
    {
      id: 'trend',
      kind: 'choice',
      label: 'Which way it goes',
      why: 'Better or worse is the first thing that one wants to know.',
      level: 'block',
      options: [
        { id: 'stable', label: 'Stable' },
        { id: 'worse', label: 'Getting worse' },
        { id: 'better', label: 'Getting better' },
        {
          id: 'customer',
          label: 'Waiting for the customer',
          matches: ['Pending', 'Waiting on customer', 'Waiting for customer', 'Awaiting reply'],
        },
        {
          id: 'others',
          label: 'Waiting for others',
          matches: ['On-hold', 'On hold', 'Stalled', 'Waiting on third party'],
        },
      ],
      prefill: ['status'],
    },
    {
      id: 'line',
      kind: 'text',
      label: 'Where it stands, in one line',
      why: 'It is read first, by somebody who was not there.',
      level: 'block',
      min: 15,
    },
    {
      id: 'done',
      kind: 'text',
      label: 'Done so far',
      why: 'Nobody should do again what you already did.',
      level: 'block',
      min: 15,
      prefill: ['@internalNotes', '@lastPublicReply'],
    },
    {
      id: 'next',
      kind: 'rows',
      label: 'Next action, by whom, at what time',
      why: 'With a time zone: theirs is another one.',
      level: 'block',
      columns: [
        { id: 'action', label: 'Action' },
        { id: 'who', label: 'Who' },
        { id: 'when', label: 'When (UTC and local)' },
      ],
      minRows: 1,
    },
    {
      id: 'promises',
      kind: 'choice',
      label: 'Promises that fall due before you are back',
      why: 'The customer remembers every one of them.',
      level: 'block',
      options: [
        { id: 'none', label: 'None' },
        { id: 'some', label: 'Some' },
      ],
    },
    {
      id: 'promise-list',
      kind: 'rows',
      label: 'What was promised, and by when',
      why: 'A promise that the next shift knows can be kept.',
      level: 'block',
      when: { answer: 'promises', is: ['some'] },
      columns: [
        { id: 'promise', label: 'Promise' },
        { id: 'by-when', label: 'By when' },
      ],
      minRows: 1,
    },
    {
      id: 'sla',
      kind: 'text',
      label: 'What runs out first, and when',
      why: 'It is missed at the change of shifts more than at any other time.',
      level: 'block',
      when: urgent,
      min: 3,
      prefill: ['SLA', 'SLA plan', 'Due', 'dueDate', 'Due date'],
    },
    {
      id: 'contingency',
      kind: 'text',
      label: 'If it gets worse: by when, what to do, whom to wake',
      why: 'At night nobody should have to guess.',
      level: 'block',
      when: urgent,
      min: 20,
    },
    {
      id: 'receiver',
      kind: 'person',
      label: 'Who has it now',
      why: 'A name, so that it does not belong to everybody.',
      level: 'block',
      notSender: true,
      prefill: ['@receiver'],
    },
    {
      id: 'on-shift',
      kind: 'confirmation',
      label: 'Agreed',
      why: 'What nobody said yes to is nobody’s.',
      level: 'block',
      statement: 'They are on shift and said that they take it.',
    },
    {
      id: 'hypothesis',
      kind: 'text',
      label: 'What you think it is, and the next two checks',
      why: 'A good guess saves the first hour.',
      level: 'warn',
      min: 15,
    },
    {
      id: 'back',
      kind: 'date',
      label: 'When you are back',
      why: 'Some things can wait for you.',
      level: 'warn',
      when: away,
      future: true,
    },
    {
      id: 'reach',
      kind: 'text',
      label: 'How you can be reached, and for what',
      why: 'So that nobody calls for less.',
      level: 'warn',
      when: { reason: ['absence', 'shift', 'region'] },
      min: 5,
    },
    {
      id: 'about',
      kind: 'text',
      label: 'What it is about',
      why: 'The title that everybody knows it by.',
      level: 'optional',
      prefill: ['subject'],
    },
    {
      id: 'customer',
      kind: 'text',
      label: 'Customer',
      why: 'Who is waiting.',
      level: 'optional',
      prefill: ['requester', 'company'],
    },
    {
      id: 'customer-wrote',
      kind: 'text',
      label: 'What the customer last wrote',
      why: 'Their own words, so that nobody asks them again.',
      level: 'optional',
      prefill: ['@lastCustomerMessage'],
    },
  ],
  entry: [
    {
      id: 'restated',
      kind: 'text',
      label: 'Where it stands and what you do first',
      why: 'If it reads differently here, it was not understood.',
      level: 'block',
      min: 15,
    },
  ],
  lifecycle: [
    { stage: 'sent', means: 'Offered. Who had it still has it.', desks: TICKETS.sent },
    { stage: 'accepted', means: 'The next shift said that they have it.', desks: TICKETS.accepted },
    { stage: 'returned', means: 'Nobody can take it. It goes to whoever leads the shift.' },
    { stage: 'closed', means: 'Done, or handed on again.', desks: TICKETS.closed },
  ],
  routing: [{ field: 'tag', to: 'shift-handover' }],
  onMissing: 'override',
  acceptWithinMinutes: 30,
};
