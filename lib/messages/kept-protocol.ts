import { z } from 'zod';
import { CaseRef } from '../model/case';
import { KeptState, KeptTexts } from '../model/kept';
import { AttemptId, Nonce, Nothing } from './shapes';

/** What is kept of one page, as its case's page is asked about it. */
export const KeptRow = z.object({
  id: z.string().max(3000),
  at: z.number(),
  texts: KeptTexts,
  /** There was more than is kept. */
  cut: z.boolean(),
});
export type KeptRow = z.infer<typeof KeptRow>;

/** One kept text, by its row and its number there. */
export const KeptOne = z.object({ id: z.string().max(3000), n: z.number().int().min(0).max(19) });
export type KeptOne = z.infer<typeof KeptOne>;

/** How a page shows kept texts, row by row. */
export const KeptStates = z.array(z.array(KeptState).max(20)).max(10);

/** What a person typed into the desk's form while it was held. */
export const keptCalls = {
  /** It stands so in the page now. `page` names the document, `ref` the case that it shows. */
  'kept/save': {
    from: ['page'],
    in: z.object({
      attempt: AttemptId,
      page: z.string().min(1).max(64),
      ref: CaseRef,
      texts: KeptTexts,
      cut: z.boolean(),
    }),
    out: Nothing,
  },
  /** A page shows this case: what is kept of pages that were left? */
  'kept/look': { from: ['page'], in: z.object({ ref: CaseRef }), out: z.object({ kept: z.array(KeptRow) }) },
  /** What the panel offers. One of it is to be put back, or a page's is to be forgotten, first. */
  'panel/kept': {
    from: ['panel'],
    in: z.object({ nonce: Nonce, put: KeptOne.optional(), discard: z.string().max(3000).optional() }),
    out: z.object({
      kept: z.array(KeptRow.extend({ states: z.array(KeptState) })),
      /** How the field was, that it was to be put back into: `shown` where it worked. */
      put: KeptState.optional(),
    }),
  },
} as const;
