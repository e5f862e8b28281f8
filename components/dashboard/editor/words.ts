import type { CaseKind } from '../../../lib/model/case';
import type { CriterionKind, Level, Playbook, Route, Stage, TriggerCase } from '../../../lib/model/playbook';
import type { Part, PlaybookChange } from '../../../lib/rules/playbook-changes';
import { say, sayIfKnown, type WordKey } from '../../../lib/words/say';

/** A field as people call it; one that Baton does not know stands under its own name. */
export function fieldWords(field: string): string {
  return SOURCES[field] ? say(SOURCES[field]) : (sayIfKnown(`field_${field}`) ?? field);
}

/** What Baton derives from a case, in the order in which it is offered. */
const SOURCES: Record<string, WordKey> = {
  '@lastCustomerMessage': 'editor_from_customer',
  '@lastPublicReply': 'editor_from_reply',
  '@internalNotes': 'editor_from_notes',
  '@attachments': 'editor_from_attachments',
  '@receiver': 'editor_from_receiver',
  '@url': 'editor_from_url',
};
export const DERIVED = Object.keys(SOURCES);

export const CASE_KINDS: Record<CaseKind, WordKey> = {
  ticket: 'editor_kind_ticket',
  issue: 'editor_kind_issue',
  task: 'editor_kind_task',
  deal: 'editor_kind_deal',
  lead: 'editor_kind_lead',
  contact: 'editor_kind_contact',
};

export const TRIGGER_FIELDS: Record<TriggerCase['field'], WordKey> = {
  team: 'editor_field_team',
  owner: 'editor_field_owner',
  status: 'editor_field_status',
  stage: 'editor_field_stage',
  tag: 'editor_field_tag',
};

export const ROUTE_FIELDS: Record<Route['field'], WordKey> = {
  ...TRIGGER_FIELDS,
  priority: 'editor_field_priority',
  due: 'editor_field_due',
};

/** Each kind of criterion: its name, and when one takes it. */
export const KINDS: Record<CriterionKind, [WordKey, WordKey]> = {
  text: ['editor_text', 'editor_text_what'],
  choice: ['editor_choice', 'editor_choice_what'],
  rows: ['editor_rows', 'editor_rows_what'],
  date: ['editor_date', 'editor_date_what'],
  person: ['editor_person', 'editor_person_what'],
  team: ['editor_team', 'editor_team_what'],
  number: ['editor_number', 'editor_number_what'],
  link: ['editor_link', 'editor_link_what'],
  attachment: ['editor_attachment', 'editor_attachment_what'],
  confirmation: ['editor_confirmation', 'editor_confirmation_what'],
};
export const KIND_NAMES = Object.keys(KINDS) as CriterionKind[];

export const LEVELS: Record<Level, [WordKey, WordKey]> = {
  block: ['editor_level_block', 'editor_level_block_what'],
  warn: ['editor_level_warn', 'editor_level_warn_what'],
  optional: ['editor_level_optional', 'editor_level_optional_what'],
};

export const ON_MISSING: Record<Playbook['onMissing'], [WordKey, WordKey]> = {
  override: ['editor_missing_override', 'editor_missing_override_what'],
  hold: ['editor_missing_hold', 'editor_missing_hold_what'],
  warn: ['editor_missing_warn', 'editor_missing_warn_what'],
};

export const STAGES: Record<Stage, WordKey> = {
  sent: 'editor_stage_sent',
  accepted: 'editor_stage_accepted',
  returned: 'editor_stage_returned',
  closed: 'editor_stage_closed',
};

const PARTS: Record<Part, WordKey> = {
  name: 'editor_part_name',
  because: 'editor_part_because',
  trigger: 'editor_part_trigger',
  reason: 'editor_part_reason',
  receiver: 'editor_part_receiver',
  owner: 'editor_part_owner',
  approver: 'editor_part_approver',
  closedBy: 'editor_part_closed',
  lifecycle: 'editor_part_lifecycle',
  routing: 'editor_part_routing',
  onMissing: 'editor_part_missing',
  mayOverride: 'editor_part_override',
  acceptWithinMinutes: 'editor_part_time',
};
const CHANGED = { new: 'editor_change_new', gone: 'editor_change_gone', changed: 'editor_change_changed' } as const;

/** One thing that differs between two versions. */
export function changeWords(change: PlaybookChange): string {
  if (!('is' in change)) return say(PARTS[change.part]);
  return change.is === 'order' ? say('editor_change_order') : say(CHANGED[change.is], change.label);
}
