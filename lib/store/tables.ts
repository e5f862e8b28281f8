import type { Table } from 'dexie';
import { z } from 'zod';
import { CaseRef, CaseSnapshot, FieldName, Value } from '../model/case';
import { EventLine } from '../model/event';
import { Draft, Handoff } from '../model/handoff';
import { Kept } from '../model/kept';
import { Playbook } from '../model/playbook';

/** A value that the desk itself gave: on a page as it came, or by confirming a change. `by`: who was signed in. */
export const Settled = z.object({ value: Value, at: z.number(), by: z.string().max(300).optional() });
export type Settled = z.infer<typeof Settled>;

/**
 * What Baton last saw of a case; `key` is its case key. The snapshot is absent where only a change was seen. `settled` leaves out what
 * a page shows in the middle of its life: that may be a choice that is not saved, or a desk that shows it before it is.
 */
export const SightingRow = z.object({
  key: z.string(),
  ref: CaseRef,
  values: z.record(FieldName, Value),
  settled: z.record(FieldName, Settled).optional(),
  snapshot: CaseSnapshot.optional(),
  at: z.number(),
});
export type SightingRow = z.infer<typeof SightingRow>;

/** The desk's own word for one of its ids: `<option value=4>Engineering`. */
export const WordRow = z.object({
  origin: z.string(),
  field: FieldName,
  id: z.string(),
  label: z.string(),
  at: z.number(),
});
export type WordRow = z.infer<typeof WordRow>;

/** A record that could not be read or brought to this version: kept as it was, never overwritten, never dropped. */
export const AsideRow = z.object({
  id: z.number().int().optional(),
  table: z.string(),
  key: z.string(),
  why: z.string(),
  at: z.number(),
  /** 0 until the record of events says that it was set aside. */
  noted: z.union([z.literal(0), z.literal(1)]),
  record: z.unknown(),
});
export type AsideRow = z.infer<typeof AsideRow>;

/** One version of a playbook as it was saved here: by whom, and why. */
export const PlaybookVersionRow = z.object({
  id: z.string(),
  version: z.number().int().min(1),
  at: z.number(),
  who: z.string().max(300),
  why: z.string().max(500),
  playbook: Playbook,
});
export type PlaybookVersionRow = z.infer<typeof PlaybookVersionRow>;

/** The shape that each table's records must have to be used. `events` are checked too but never moved: see `read.ts`. */
export const shapes = {
  drafts: Draft,
  handoffs: Handoff,
  events: EventLine,
  sightings: SightingRow,
  directory: WordRow,
  playbooks: Playbook,
  playbookVersions: PlaybookVersionRow,
  kept: Kept,
} as const;
export type TableName = keyof typeof shapes;
export type RowOf<N extends TableName> = z.infer<(typeof shapes)[N]>;

export type Tables = { [N in TableName]: Table<RowOf<N>> } & { aside: Table<AsideRow> };
