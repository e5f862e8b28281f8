import { z } from 'zod';
import { CaseRef, FieldName, Value } from './case';

/** How a write leaves the page. `control`: stopped at the control's own event, before the desk hears of it. */
export const Door = z.enum(['form', 'link', 'wire', 'control']);
export type Door = z.infer<typeof Door>;

export const FileFact = z.object({ name: z.string(), size: z.number(), type: z.string() });
export type FileFact = z.infer<typeof FileFact>;

/** What an attempt carries. `unread` says why it could not be looked at; policy then decides. */
export type Body =
  | { as: 'none' }
  | { as: 'fields'; fields: Record<string, string[]>; files: FileFact[] }
  | { as: 'json'; json: unknown }
  | { as: 'text'; text: string }
  | { as: 'unread'; why: string };

/** What one control shows for the value that it sends, and for the one that the page came with. */
export type ShownValue = { value: string; now: string; before?: Value };

/** One action that would write to the desk, whichever way it was made. */
export type Attempt = {
  door: Door;
  method: string;
  url: string;
  body: Body;
  /** The name of the button that sent a form, where it has one. */
  submitter?: string;
  /** What the page itself calls a value, read from the controls that hold it: field name → each one's value with its label, and what it held before. */
  labels?: Record<string, ShownValue[]>;
};

/** What an attempt would do to one case. `from` is absent where nobody could see it. */
export const Change = z.object({
  field: FieldName,
  from: Value.optional(),
  to: Value,
  /** When `from` was last seen, in milliseconds since 1970, where it comes from an earlier sighting. */
  fromSeenAt: z.number().optional(),
  /** Derived from a change of owner: the team that the new owner works in. */
  implied: z.boolean().optional(),
  /** The request names an id alone: the word is the one that the person pressed. */
  pressed: z.boolean().optional(),
});
export type Change = z.infer<typeof Change>;

export const CaseChange = z.object({ ref: CaseRef, changes: z.array(Change).min(1).max(20) });
export type CaseChange = z.infer<typeof CaseChange>;

/** One case of an attempt, with the playbook that its changes trigger. */
export const CaseHandoff = z.object({
  ref: CaseRef,
  playbook: z.string().max(64),
  changes: z.array(Change).min(1).max(20),
  /** What the row or page calls the case, and where it is read. */
  title: z.string().max(1000).optional(),
  url: z.string().max(2000).optional(),
});
export type CaseHandoff = z.infer<typeof CaseHandoff>;
