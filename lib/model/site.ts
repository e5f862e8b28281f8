import { z } from 'zod';
import { CaseKind, FieldName } from './case';
import type { Reads } from './reads';

/** A selector. `>>>` goes into the shadow root of what stands before it, or stays among its children where it has none. */
const Css = z.string().min(1).max(400);

/** Where a fact about a desk was seen, when, and how sure it is. Stripped from the build. */
export const Evidence = z.strictObject({
  where: z.string().min(1),
  when: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  sure: z.enum(['run', 'high', 'medium', 'low']),
});
export type Evidence = z.infer<typeof Evidence>;
const seen = { seen: Evidence.optional() };

/** One way to read a value from the visible page; tries are made in order until one gives a text. */
export const Try = z.strictObject({
  css: Css,
  /**
   * `text` (shown text on one line), `lines` (shown text with its line breaks), `value` (of a control), `came` (the choice that a
   * list came with, whatever is chosen in it now), or an attribute.
   */
  read: z.union([z.enum(['text', 'lines', 'value', 'came']), z.templateLiteral(['@', z.string()])]).optional(),
  /** Texts that mean "no value": "(no value)", "Nobody". */
  empty: z.array(z.string()).optional(),
  /** Keeps what stands after this mark (a number sign and id before a subject), or before that one. */
  after: z.string().optional(),
  before: z.string().optional(),
  /** Only a text that begins with one of these, and what follows it: a place that has no name but its label ("Severity:"). */
  label: z.array(z.string()).optional(),
  /** Read even where it is not shown: who is signed in stands in a menu. Never for a case's own values. */
  hidden: z.literal(true).optional(),
  ...seen,
});
export type Try = z.infer<typeof Try>;

/** A place in an attempt where a value stands. `each` gives every value found there (bulk). */
export const Locator = z.union([
  z.strictObject({ query: z.string(), each: z.boolean().optional() }),
  z.strictObject({ path: z.string() }),
  z.strictObject({ body: z.string(), each: z.boolean().optional() }),
  /** Dotted path into a JSON body; `*` walks a list, `[name=x]` keeps those of a list whose `name` is x; a dot in a name has `\\` before it. */
  z.strictObject({ json: z.string(), each: z.boolean().optional() }),
  /** The person signed in, or nobody. */
  z.strictObject({ is: z.enum(['@me', '@nobody']) }),
  z.strictObject({ value: z.string() }),
]);
export type Locator = z.infer<typeof Locator>;

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
  case: Locator,
  /** Only ids that begin so are cases of this kind: Salesforce's tell what they are. */
  idStarts: z.string().optional(),
  changes: z.array(WriteChange).min(1),
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
  /** For `keydown`: `Control+Alt+o`; modifiers in the order Control, Alt, Shift, Meta. */
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

export const Conversation = z.strictObject({
  entry: Css,
  idFrom: z.string().optional(),
  author: z.array(Try).min(1),
  at: z.array(Try),
  text: z.array(Try).min(1),
  /** The first rule whose selector matches the entry, or whose text its head contains, names the kind. */
  kinds: z.array(
    z.strictObject({
      kind: z.enum(['customer', 'public', 'internal', 'event']),
      css: Css.optional(),
      says: z.string().optional(),
    }),
  ),
  otherwise: z.enum(['customer', 'public', 'internal', 'event']),
  head: Css.optional(),
  newestFirst: z.boolean().optional(),
  ...seen,
});
export type Conversation = z.infer<typeof Conversation>;

/**
 * Places that name themselves: each row of a sidebar with its label and value, custom fields among them. A label that Baton knows, in the
 * languages of the desk, becomes that field; any other is a field under its own name. Fields that the site names come first.
 */
export const Labelled = z.strictObject({
  row: Css,
  label: z.array(Try).min(1),
  value: z.array(Try).min(1),
  ...seen,
});
export type Labelled = z.infer<typeof Labelled>;

/** The editor of notes, and how the page shows that what is written there stays inside: never taken for granted. */
export const Note = z.strictObject({
  editor: Css,
  kind: z.enum(['textarea', 'ckeditor', 'froala', 'prosemirror', 'quill', 'redactor', 'slate', 'summernote', 'other']),
  /** The control that opens it. */
  open: Css.optional(),
  /** Present and seen only while what is written goes to colleagues alone. */
  internal: Css,
  ...seen,
});
export type Note = z.infer<typeof Note>;

/** A control or key by which people send what they changed: for people who check a site, and for its health. */
export const Submit = z.strictObject({
  css: Css.optional(),
  keys: z.array(z.string()).optional(),
  /** The write that follows, or the held control. */
  write: z.string(),
  ...seen,
});
export type Submit = z.infer<typeof Submit>;

/** How the desk takes a refusal so that its screen goes back: a request that fails, or an answer of its own kind that says no. */
export const Refusal = z.strictObject({
  as: z.enum(['network', 'json']),
  /** The answer's body, for `json`. */
  body: z.string().max(500).optional(),
  ...seen,
});
export type Refusal = z.infer<typeof Refusal>;

/** Controls whose options give the desk's words for ids: `<option value=4>Engineering`. */
export const Directory = z.strictObject({
  field: FieldName,
  options: Css,
  /** The attribute of an option that holds the desk's id; `value` where none is named. */
  id: z.string().optional(),
  /** The id is what stands after this mark in that attribute: in a link's address. */
  after: z.string().optional(),
});
export type Directory = z.infer<typeof Directory>;

/**
 * One row of a list of cases. `id` names the attribute of the row that holds the case's id, `prefix` what stands there before it. Where
 * no attribute of the row does, `css` says with `:id` where the id stands: `tr:has(a[href$="/tickets/:id"])`.
 */
export const SiteRow = z.strictObject({
  css: Css,
  id: z.string().optional(),
  prefix: z.string().optional(),
  kind: CaseKind,
  title: z.array(Try),
  /** `ofPage`: where the page says it of all its rows, when a row does not say it. */
  fields: z.array(
    z.strictObject({ field: FieldName, tries: z.array(Try).min(1), ofPage: z.array(Try).min(1).optional() }),
  ),
  ...seen,
});
export type SiteRow = z.infer<typeof SiteRow>;

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
  /** Rows of lists: each row's case, its title, and what it shows of it. */
  rows: z.array(SiteRow),
  /** Where a case of a kind is read: `/case/:id`. */
  caseUrl: z.partialRecord(CaseKind, z.string().startsWith('/')),
  /** Labels that mean nobody owns the case. */
  nobody: z.array(z.string()),
  writes: z.array(Write),
  /** Controls whose request would come too late to hold. */
  holdAt: z.array(HeldControl).optional(),
  /**
   * The desk draws its forms anew after a choice, with that as if it had always been so: what a list came with first is what counts.
   * Where this is on the page, it was so from the start, and what lists came with tells nothing of the case.
   */
  redrawn: Css.optional(),
  /** Fields that people choose first and send later, by a button: what they show counts once the desk confirmed it, or at the first look. */
  staged: z.array(FieldName).optional(),
  /** Attributes by which the desk keeps a form and its buttons from being sent twice: taken off where a script's submit was held and is taken back. */
  sentOnce: z.array(z.string()).optional(),
  note: Note.optional(),
  submits: z.array(Submit).optional(),
  refusal: Refusal.optional(),
  /** Status names of the desk that mean a stage of a handoff's life. */
  statuses: z.record(z.string(), z.array(z.string())).optional(),
});
export const Site = SiteShape.refine(
  ({ generic, fields, writes }) => generic || (fields.length > 0 && writes.length > 0),
  'describes neither fields nor writes',
);
export type Site = z.infer<typeof Site>;

/** The part of a site that works in the desk's page. */
export type PageSite = Omit<Site, 'reality' | 'marks' | 'statuses' | 'name' | 'submits'> & { reads?: Reads };
