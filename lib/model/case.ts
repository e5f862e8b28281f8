import { z } from 'zod';

/** The fields that Baton knows by name; a site may add others (its custom fields) under their own name. */
export const KNOWN_FIELDS = [
  'subject',
  'requester',
  'requesterMail',
  'team',
  'owner',
  'status',
  'stage',
  'priority',
  'severity',
  'environment',
  'steps',
  'tags',
  'company',
  'amount',
  'closeDate',
  'contacts',
] as const;

export const FieldName = z.string().min(1).max(64);
export type FieldName = z.infer<typeof FieldName>;

/** What kind of record a case is; a desk may hold several kinds under the same number. */
export const CaseKind = z.enum(['ticket', 'deal', 'task', 'issue', 'lead', 'contact']);
export type CaseKind = z.infer<typeof CaseKind>;

/** One case, wherever it is met. `origin` is the desk's exact origin, port included. */
export const CaseRef = z.object({ origin: z.url().max(300), kind: CaseKind, id: z.string().min(1).max(128) });
export type CaseRef = z.infer<typeof CaseRef>;

/** A value of the desk: the word that people see and, where the page tells it, the desk's own id for it. */
export const Value = z.object({ label: z.string().max(4000), id: z.string().max(256).optional() });
export type Value = z.infer<typeof Value>;

/** The desk's word for one of its ids, of a field. */
export const Word = z.object({ field: FieldName, id: z.string().min(1).max(256), label: z.string().min(1).max(300) });
export type Word = z.infer<typeof Word>;

/** Certain: read from a field that the site names. A guess: read by generic means, so a person confirms it. */
export const Certainty = z.enum(['certain', 'guess']);
export type Certainty = z.infer<typeof Certainty>;

export const CapturedField = z.object({
  field: FieldName,
  value: z.string().max(20_000),
  id: z.string().max(256).optional(),
  certainty: Certainty,
  /** Where on the page it was read, in the desk's own words where the page has them: "Severity", "the title". */
  where: z.string().max(200),
});
export type CapturedField = z.infer<typeof CapturedField>;

/**
 * Who reads an entry of a conversation. Unknown where the page does not prove it: a note among colleagues that is taken for an answer to the
 * customer would be told as one.
 */
export const EntryKind = z.enum(['customer', 'public', 'internal', 'event', 'unknown']);
export type EntryKind = z.infer<typeof EntryKind>;

/** One entry of the case's conversation, as shown. */
export const Entry = z.object({
  id: z.string().max(128).optional(),
  author: z.string().max(300),
  /** As the page gives it: an ISO time where there is one, else the text shown. */
  at: z.string().max(100).optional(),
  kind: EntryKind,
  text: z.string().max(20_000),
});
export type Entry = z.infer<typeof Entry>;

/** How well the site's data fits the page: which fields were not found, which were found more than once, which writes lost their form. */
export const Health = z.object({
  light: z.enum(['green', 'amber', 'red']),
  missing: z.array(z.string().max(100)).max(100),
  ambiguous: z.array(z.string().max(100)).max(100).optional(),
  writes: z.array(z.string().max(100)).max(100).optional(),
});
export type Health = z.infer<typeof Health>;

/** What one reading of a case's page gave. */
export const CaseSnapshot = z.object({
  ref: CaseRef,
  site: z.string().max(64),
  url: z.url().max(2000),
  fields: z.array(CapturedField).max(200),
  entries: z.array(Entry).max(1000),
  attachments: z.array(z.string().max(300)).max(200),
  /** The page shows all files of the case: one that is not among them is not there. */
  showsFiles: z.boolean().optional(),
  health: Health,
  /** Milliseconds since 1970. */
  seenAt: z.number().int().nonnegative(),
});
export type CaseSnapshot = z.infer<typeof CaseSnapshot>;
