import { z } from 'zod';
import { CaseKind, FieldName } from './case';

export const Css = z.string().min(1).max(400);

export const Evidence = z.strictObject({
  where: z.string().min(1),
  when: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  sure: z.enum(['run', 'high', 'medium', 'low']),
});
export type Evidence = z.infer<typeof Evidence>;
export const seen = { seen: Evidence.optional() };

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

export const Locator = z.union([
  z.strictObject({ query: z.string(), each: z.boolean().optional() }),
  z.strictObject({ path: z.string() }),
  z.strictObject({ body: z.string(), each: z.boolean().optional() }),
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
  /** Empty where the desk marks no author. */
  author: z.array(Try),
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

export const Labelled = z.strictObject({
  row: Css,
  label: z.array(Try).min(1),
  value: z.array(Try).min(1),
  ...seen,
});
export type Labelled = z.infer<typeof Labelled>;

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

export const Submit = z.strictObject({
  css: Css.optional(),
  keys: z.array(z.string()).optional(),
  /** The write that follows, or the held control. */
  write: z.string(),
  ...seen,
});
export type Submit = z.infer<typeof Submit>;

export const Refusal = z.strictObject({
  as: z.enum(['network', 'json']),
  /** The answer's body, for `json`; `%s` stands for the words that the desk is to show. */
  body: z.string().max(500).optional(),
  ...seen,
});
export type Refusal = z.infer<typeof Refusal>;

export const Directory = z.strictObject({
  field: FieldName,
  options: Css,
  /** The attribute of an option that holds the desk's id; `value` where none is named. */
  id: z.string().optional(),
  /** The id is what stands after this mark in that attribute: in a link's address. */
  after: z.string().optional(),
});
export type Directory = z.infer<typeof Directory>;

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
