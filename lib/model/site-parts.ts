import { z } from 'zod';
import { CaseKind, EntryKind, FieldName } from './case';

/** A selector. `>>>` goes into the shadow root of what stands before it, or stays among its children where it has none. */
export const Css = z.string().min(1).max(400);

/** Where a fact about a desk was seen, when, and how sure it is. Stripped from the build. */
export const Evidence = z.strictObject({
  where: z.string().min(1),
  when: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  sure: z.enum(['run', 'high', 'medium', 'low']),
});
export type Evidence = z.infer<typeof Evidence>;
export const seen = { seen: Evidence.optional() };

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
  /** Parts whose words are the desk's own: the label of an icon, a button that shows what is folded. */
  without: Css.optional(),
  /** Read even where it is not shown: who is signed in stands in a menu. Never for a case's own values. */
  hidden: z.literal(true).optional(),
  ...seen,
});
export type Try = z.infer<typeof Try>;

/** A place in an attempt where a value stands. `each` gives every value found there (bulk). */
export const Locator = z.union([
  z.strictObject({ query: z.string(), each: z.boolean().optional() }),
  z.strictObject({ path: z.string() }),
  /**
   * `page`, of a case: the one that the page shows, where the body names it by another id than the page does. `json`: the field's text is JSON, and
   * the value stands at this path in it.
   */
  z.strictObject({
    body: z.string(),
    json: z.string().optional(),
    each: z.boolean().optional(),
    page: z.literal(true).optional(),
  }),
  /** Dotted path into a JSON body; `*` walks a list or an object's values, `[name=x]` keeps those of a list whose `name` is x; a dot in a name has `\\` before it. */
  z.strictObject({ json: z.string(), each: z.boolean().optional() }),
  /** The person signed in, or nobody. */
  z.strictObject({ is: z.enum(['@me', '@nobody']) }),
  z.strictObject({ value: z.string() }),
]);
export type Locator = z.infer<typeof Locator>;

export const Conversation = z.strictObject({
  entry: Css,
  idFrom: z.string().optional(),
  /** What an entry is part of and who wrote it, when, and its id stand in: of one save the note and what it changed are two entries. */
  of: Css.optional(),
  /** Empty where the desk marks no author. */
  author: z.array(Try),
  at: z.array(Try),
  text: z.array(Try).min(1),
  /** The first rule whose selector matches the entry, or whose text its head contains, names the kind. */
  kinds: z.array(
    z.strictObject({
      kind: EntryKind,
      css: Css.optional(),
      says: z.string().optional(),
    }),
  ),
  /** Entries that no rule names. Never public: what nobody marked is not taken for what the customer was told. */
  otherwise: EntryKind.exclude(['public']),
  head: Css.optional(),
  newestFirst: z.boolean().optional(),
  /** People choose which end of the conversation comes first: the number in an entry's id tells, and one without is the first. */
  byId: z.literal(true).optional(),
  ...seen,
});
export type Conversation = z.infer<typeof Conversation>;

/**
 * Places that name themselves: each row of a sidebar with its label and value, custom fields among them. A label that Baton knows, in the
 * languages of the desk, becomes that field; any other is a field under its own name. Fields that the site names come first.
 * `own`: people made these rows themselves. One called like a field that the site names, or like one before it, stands under its own name.
 * `names`: only rows of these classes, under these names: labels that the desk itself writes, each person's in another language.
 */
export const Labelled = z.strictObject({
  row: Css,
  label: z.array(Try).min(1),
  value: z.array(Try).min(1),
  own: z.literal(true).optional(),
  names: z.record(z.string(), FieldName).optional(),
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

/**
 * How the desk takes a refusal so that its screen goes back: a request that fails (`network`), an answer of its own kind that says no
 * (`json`), or a request that is given up (`abort`), for a desk that takes its loader away only then, or blames the connection else. A
 * desk that nobody knows anything about gets that too.
 */
export const Refusal = z.strictObject({
  as: z.enum(['network', 'json', 'abort']),
  /** The answer's body, for `json`; `%s` stands for the words that the desk is to show. */
  body: z.string().max(500).optional(),
  /** What stands in an answer of the desk that went well by its status, and yet refuses. */
  inside: z.string().min(1).max(100).optional(),
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
  /** Where in an option the word stands, beside what else is in it; all of its text where none is named. */
  word: Css.optional(),
});
export type Directory = z.infer<typeof Directory>;

/**
 * Where a person chooses a field's value that the request then names by an id alone, and no list on the page has words for: the word is
 * the one that was pressed, or under which something was dropped, a moment before.
 */
export const Picked = z.strictObject({
  field: FieldName,
  /** The options of this field, or with `drop` the columns; whatever marks itself as an option, where none are named. */
  css: Css.optional(),
  /** Where in it the word stands; where none is named all of its text is the word. */
  word: Css.optional(),
  /** A column of a board: chosen by what is dragged into it out of another one. */
  drop: z.literal(true).optional(),
  /** The same id means something else in other cases (a move of Jira's, by its workflow): the word is not kept. */
  once: z.literal(true).optional(),
  ...seen,
});
export type Picked = z.infer<typeof Picked>;

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
