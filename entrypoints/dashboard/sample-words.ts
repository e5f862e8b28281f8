import type { SampleWords } from '../../components/dashboard/editor/samples';
import { say } from '../../lib/words/say';

/** What the sample case says: a ticket and a deal at once, so that it has something for every field. */
export const sampleWords = (): SampleWords => ({
  fields: {
    subject: say('editor_sample_subject'),
    requester: say('editor_sample_requester'),
    requesterMail: 'kim.ortega@harbor.example',
    owner: say('editor_sample_me'),
    status: say('editor_sample_status'),
    stage: say('editor_sample_stage'),
    priority: say('editor_sample_priority'),
    severity: 'S2',
    environment: say('editor_sample_environment'),
    steps: say('editor_sample_steps'),
    tags: say('editor_sample_tags'),
    company: say('editor_sample_company'),
    amount: '18,400',
    closeDate: '2026-12-18',
    contacts: say('editor_sample_requester'),
  },
  customer: say('editor_sample_customer'),
  reply: say('editor_sample_reply'),
  note: say('editor_sample_note'),
  file: 'invoice-2291.pdf',
  from: say('editor_sample_from'),
  me: say('editor_sample_me'),
});
