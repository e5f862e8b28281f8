import { z } from 'zod';
import { Certainty, FieldName, Health } from './case';

const Count = z.number().int().nonnegative().max(1_000_000);
const Css = z.string().max(2_000);
const Id = z.string().max(100);

/** One way to read a field, and how far it came: elements found, of these hidden, of the others without a text. `used`: it gave the value. */
export const DebugTry = z.strictObject({
  css: Css,
  read: z.string().max(100).optional(),
  found: Count,
  hidden: Count,
  empty: Count,
  used: z.boolean(),
});
export type DebugTry = z.infer<typeof DebugTry>;

export const DebugField = z.strictObject({
  field: FieldName,
  /** Absent where nothing was read. */
  certainty: Certainty.optional(),
  /** What should stand on the page even where there is no value. */
  anchor: z.strictObject({ css: Css, found: Count }).optional(),
  /** None where no selector names the field: it was read by its label. */
  tries: z.array(DebugTry).max(50),
});
export type DebugField = z.infer<typeof DebugField>;

/** How a page is read: what was tried and what came of it, by selectors and numbers. No word of the page is in it, and no address. */
export const DebugReport = z.strictObject({
  site: Id,
  /** The site's own name and pattern for the page. */
  page: z.strictObject({ id: Id, path: z.string().max(400), isCase: z.boolean() }).nullable(),
  light: Health.shape.light.optional(),
  container: z.strictObject({ css: Css, found: Count, hidden: Count }).optional(),
  fields: z.array(DebugField).max(200),
  /** Fields read under the page's own names for them, which are not told. */
  others: Count,
  labelled: z.array(z.strictObject({ css: Css, found: Count, hidden: Count })).max(50),
  writes: z.array(z.strictObject({ id: Id, state: z.enum(['seen', 'lost', 'not-here', 'no-form']) })).max(200),
  talk: z
    .strictObject({
      css: Css.optional(),
      found: Count.optional(),
      hidden: Count.optional(),
      kinds: z.strictObject({ customer: Count, public: Count, internal: Count, event: Count, unknown: Count }),
    })
    .optional(),
  attachments: Count,
  note: z.strictObject({ editor: Css, internal: Css, state: z.enum(['internal', 'not proven', 'closed']) }).optional(),
});
export type DebugReport = z.infer<typeof DebugReport>;
