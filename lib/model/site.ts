import { z } from 'zod';
import { CaseKind, FieldName } from './case';
import type { Reads } from './reads';
import {
  Conversation,
  Css,
  Directory,
  Labelled,
  Locator,
  Note,
  Picked,
  Refusal,
  SiteRow,
  Submit,
  seen,
  Try,
} from './site-parts';

export type {
  Conversation,
  Directory,
  Evidence,
  Labelled,
  Locator,
  Note,
  Picked,
  Refusal,
  SiteRow,
  Submit,
  Try,
} from './site-parts';

export const WriteChange = z.strictObject({
  field: FieldName,
  to: Locator,
  /** Values that leave the field as it is: "" in a reply form. */
  unchanged: z.array(z.string()).optional(),
});
export type WriteChange = z.infer<typeof WriteChange>;

/**
 * One request that carries several changes: each item is judged by the write on its own, and what says `json` looks inside the item.
 * `body`: the field whose text is JSON (Salesforce's `message`). `json`: the dotted path to the items, `*` for a list; a single one
 * is an item too. `graphql`: the root fields of the operations, as `{field, alias, operation, args}`, arguments with their values.
 */
export const Items = z.strictObject({
  body: z.string().optional(),
  json: z.string().optional(),
  graphql: z.literal(true).optional(),
});
export type Items = z.infer<typeof Items>;

/**
 * A path of segments: `:name` for one that varies, `:#name` for one that is a number, `*` for any number of segments. A name may be part
 * of a segment: `/tickets/:#id.json`.
 */
const Path = z
  .string()
  .startsWith('/')
  .max(200)
  .refine((path) => new Set(path.match(/:#?\w+/g)).size === (path.match(/:#?\w+/g) ?? []).length, 'names a part twice');

/** One request of the desk that changes cases, however it leaves. */
export const Write = z.strictObject({
  id: z.string(),
  doors: z.array(z.enum(['form', 'link', 'wire'])).min(1),
  methods: z.array(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).min(1),
  /** As of a page: `/api/cases/:id`. */
  path: Path,
  /** Hosts other than the page's own that the desk sends it to; `*` stands for part of one label: `api-*.example.com`. */
  hosts: z.array(z.string()).optional(),
  /** Query parameters that must have one of these values. */
  query: z.record(z.string(), z.array(z.string())).optional(),
  items: Items.optional(),
  /** Body fields (in JSON: dotted paths) that must be there, with one of these values where any are given. */
  needs: z.record(z.string(), z.array(z.string())).optional(),
  /** Names of buttons that post the same form and save nothing. */
  notBy: z.array(z.string()).optional(),
  kind: CaseKind,
  /** `{ value: '*' }` where the request names no case and changes every one that matches. */
  case: Locator,
  /** Only ids that begin so are cases of this kind: Salesforce's tell what they are. */
  idStarts: z.string().optional(),
  changes: z.array(WriteChange).min(1),
  /** What stands behind the number sign of the address, with `/` first: a dialog's form, which a script sends to an address made of that. */
  hash: Path.optional(),
  /** Other open forms whose fields the desk sends along with this one. */
  withForms: Css.optional(),
  /** Pages on which a form of it always stands, for health. */
  standsOn: z.array(z.string()).optional(),
  ...seen,
});
export type Write = z.infer<typeof Write>;

/**
 * A control that is stopped at its own event, before any request: the desk covers its screen while it saves, or sends without waiting.
 * Values are attributes of the control, or of the ancestor that `of` names; the case is the page's, or named by an attribute too.
 */
export const HeldControl = z.strictObject({
  id: z.string(),
  css: Css,
  on: z.array(z.enum(['click', 'mousedown', 'mouseup', 'keydown', 'change'])).min(1),
  /**
   * For `keydown`: `Control+Alt+o`, or by its place, `Control+Alt+KeyO`, for a desk that looks at the place alone. Modifiers in the order
   * Control, Alt, Shift, Meta.
   */
  keys: z.array(z.string()).optional(),
  kind: CaseKind,
  case: z.union([z.strictObject({ page: z.literal(true) }), z.strictObject({ attr: z.string(), of: Css.optional() })]),
  /** Whatever these fields show now and did not when they were last saved, besides `changes`: for a desk whose request is not known. */
  differs: z.array(FieldName).optional(),
  changes: z
    .array(
      z.strictObject({
        field: FieldName,
        to: z.union([
          z.strictObject({ attr: z.string(), of: Css.optional() }),
          z.strictObject({ value: z.string() }),
          /** The value of another control: a form that the desk reads by itself. */
          z.strictObject({ css: Css }),
          /** The control's own text, or that of the part of it that is named: a list that shows its words and no ids. */
          z.strictObject({ text: z.union([z.literal(true), Css]) }),
        ]),
        unchanged: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  ...seen,
});
export type HeldControl = z.infer<typeof HeldControl>;

export const SitePage = z.strictObject({
  id: z.string(),
  path: Path,
  /** Of a desk that writes its addresses behind the number sign; with `/` first: `/ticket/zoom/:#id`. Its parameters count as the query's. */
  hash: Path.optional(),
  query: z.record(z.string(), z.array(z.string())).optional(),
  /** Where this is on the page, it is another page at the same address: a refusal in place of the case. */
  not: Css.optional(),
  /** Present on a page that shows one case. */
  case: Locator.optional(),
  /** Where the page itself says which case it shows, when its address does not: after a form was posted. */
  caseShown: z.array(Try).min(1).optional(),
  kind: CaseKind.optional(),
  /** The container of the active case, where a desk keeps several in one document: the first that can be seen. `:id` stands for the case's. */
  container: Css.optional(),
  /** Fields that this page shows, for health; all of the site's where absent. */
  shows: z.array(FieldName).optional(),
  /** The page shows the case in full: Baton reads it and draws its tab here. */
  full: z.boolean().optional(),
  /**
   * Its controls show what the desk holds, also where the page is itself the answer to a form. Without this such controls prove nothing, for
   * other desks draw a refused form as it was sent.
   */
  proves: z.literal(true).optional(),
  ...seen,
});
export type SitePage = z.infer<typeof SitePage>;

export const SiteField = z.strictObject({
  field: FieldName,
  tries: z.array(Try).min(1),
  certainty: z.enum(['certain', 'guess']),
  /** Its absence on a page that shows it turns health amber (a value may be empty, an anchor not). */
  anchor: Css.optional(),
});
export type SiteField = z.infer<typeof SiteField>;

/** What sites said that were taught by an earlier version, and nothing needs any more. */
const RETIRED = ['staged', 'redrawn'];
function withoutRetired(site: unknown): unknown {
  if (typeof site !== 'object' || site === null || Array.isArray(site)) return site;
  return Object.fromEntries(Object.entries(site).filter(([name]) => !RETIRED.includes(name)));
}

/** What Baton knows of one desk, as data. */
const SiteShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  reality: z.strictObject({ level: z.enum(['live', 'mirrored', 'read']), note: z.string() }),
  /** Exact hosts, port included where it is not the scheme's own; `*` stands for one whole label: `*.example.com`. Empty for a desk that people host themselves. */
  hosts: z.array(z.string().regex(/^(\*|[a-z0-9-]+)(\.(\*|[a-z0-9-]+|[a-z0-9-]*\*))*(:\d+)?$/)),
  /** A self-hosted desk may live under a path of its own: patterns then match the path's tail. */
  anyBase: z.boolean().optional(),
  /** Marks on the page by which a self-hosted desk is recognised: all of these. */
  marks: z.array(z.strictObject({ css: Css, ...seen })),
  pages: z.array(SitePage).min(1),
  /** Nobody described this desk: its pages are read by what they say of themselves, and the gate holds nothing there. */
  generic: z.literal(true).optional(),
  me: z.array(Try),
  fields: z.array(SiteField),
  conversation: Conversation.optional(),
  labelled: z.array(Labelled).optional(),
  attachments: z.strictObject({ css: Css, ...seen }).optional(),
  directory: z.array(Directory),
  /** Fields whose values requests name by ids for which the page has no words. */
  picked: z.array(Picked).optional(),
  /** Rows of lists: each row's case, its title, and what it shows of it. */
  rows: z.array(SiteRow),
  /** Where a case of a kind is read: `/case/:id`. */
  caseUrl: z.partialRecord(CaseKind, z.string().startsWith('/')),
  /** Labels that mean nobody owns the case. */
  nobody: z.array(z.string()),
  writes: z.array(Write),
  /** Controls whose request would come too late to hold. */
  holdAt: z.array(HeldControl).optional(),
  /** Attributes by which the desk keeps a form and its buttons from being sent twice: taken off where a script's submit was held and is taken back. */
  sentOnce: z.array(z.string()).optional(),
  note: Note.optional(),
  submits: z.array(Submit).optional(),
  refusal: Refusal.optional(),
  /** Status names of the desk that mean a stage of a handoff's life. */
  statuses: z.record(z.string(), z.array(z.string())).optional(),
});
export const Site = z.preprocess(
  withoutRetired,
  SiteShape.refine(
    ({ generic, fields, writes, holdAt = [] }) => generic || (fields.length > 0 && writes.length + holdAt.length > 0),
    'describes neither fields nor writes',
  ),
);
export type Site = z.infer<typeof Site>;

/** The part of a site that works in the desk's page. */
export type PageSite = Omit<Site, 'reality' | 'marks' | 'statuses' | 'name' | 'submits'> & { reads?: Reads };
