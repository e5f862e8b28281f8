import { z } from 'zod';
import { FieldName } from './case';
import { Lesson, TaughtControl, TaughtField, TaughtOption, TaughtValues } from './lesson';

/** The three steps by which a person teaches a page. */
export const TeachStep = z.enum(['fields', 'handoff', 'others']);
export type TeachStep = z.infer<typeof TeachStep>;

export const Side = z.enum(['left', 'right']);
export type Side = z.infer<typeof Side>;

/** What the person points at next: a field by its name, or the control that hands over. */
export const Aim = z.union([z.strictObject({ field: FieldName }), z.strictObject({ control: z.literal(true) })]);
export type Aim = z.infer<typeof Aim>;

/** One tab's lesson and how far it is. Kept until it is a site, or ended: then nothing of it stays. */
export const Teaching = z.strictObject({
  lesson: Lesson,
  step: TeachStep,
  /** The frame that leads the person. */
  nonce: z.string().optional(),
  side: Side,
  aim: Aim.optional(),
  watching: z.boolean(),
  /** The page was looked at for fields that it names itself. */
  looked: z.boolean(),
  /** Fields that Baton found by itself. */
  found: z.array(FieldName),
  /** Nothing told the place that was pointed at last from others. */
  lost: z.boolean().optional(),
});
export type Teaching = z.infer<typeof Teaching>;

/** What the page is told of the lesson when it starts, or goes on after it was loaded anew. */
export const PageLesson = Teaching.pick({ step: true, side: true, aim: true, watching: true, looked: true }).extend({
  fields: z.array(TaughtField),
});
export type PageLesson = z.infer<typeof PageLesson>;

/** What the fields show on a page now, and the words that its lists have for ids. */
export const Shown = z.strictObject({
  url: z.url().max(4000),
  values: TaughtValues,
  options: z.array(TaughtOption).max(2000),
});
export type Shown = z.infer<typeof Shown>;

/** What was pointed at, as it can be found again. */
export const Picked = z.union([z.strictObject({ field: TaughtField }), z.strictObject({ control: TaughtControl })]);
export type Picked = z.infer<typeof Picked>;

/** In place of a watched request: no request has this number, so the control is held. */
export const AT_CONTROL = 100;

/** Where the new value of a field stands in a request that was watched. */
export const TeachPlace = z.object({
  watched: z.number(),
  field: FieldName,
  method: z.string(),
  path: z.string(),
  value: z.string(),
  /** The value in the desk's words, where the request has an id alone. */
  word: z.string().optional(),
  sure: z.enum(['label', 'option', 'guess']),
});
export type TeachPlace = z.infer<typeof TeachPlace>;

/** All that the frame shows of a lesson: never what a request carried besides. */
export const LessonView = Teaching.pick({
  step: true,
  side: true,
  aim: true,
  watching: true,
  found: true,
  lost: true,
}).extend({
  host: z.string(),
  fields: z.array(TaughtField),
  control: z.string().optional(),
  caseId: z.string().optional(),
  /** The parts of the address that may be the case's number. */
  ids: z.array(z.object({ id: z.string(), where: z.string() })),
  /** How many were watched; links that lead elsewhere are none. */
  requests: z.number(),
  places: z.array(TeachPlace),
  chosen: z.number().optional(),
  /** Why it can be no site yet. */
  lacks: z.enum(['no-case', 'no-field', 'no-write', 'not-a-site']).optional(),
  tried: z.array(z.object({ id: z.string(), values: TaughtValues })),
});
export type LessonView = z.infer<typeof LessonView>;

export const WALKS = ['up', 'down', 'before', 'after', 'take'] as const;
export type Walk = (typeof WALKS)[number];

/** What the person does in the frame that leads them. */
export const TeachAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('aim'), aim: Aim.nullable() }),
  /** By keyboard, from element to element. */
  z.strictObject({ do: z.literal('walk'), walk: z.enum(WALKS) }),
  z.strictObject({ do: z.literal('drop'), field: FieldName }),
  z.strictObject({ do: z.literal('case'), id: z.string().min(1).max(128) }),
  z.strictObject({ do: z.literal('step'), step: TeachStep }),
  z.strictObject({ do: z.literal('watch'), on: z.boolean() }),
  /** Of the requests that were watched, the one that hands over. */
  z.strictObject({ do: z.literal('choose'), watched: z.number().int().nonnegative().max(AT_CONTROL) }),
  z.strictObject({ do: z.literal('side'), side: Side }),
  z.strictObject({ do: z.literal('use') }),
  z.strictObject({ do: z.literal('stop') }),
]);
export type TeachAct = z.infer<typeof TeachAct>;
