import { z } from 'zod';
import { CaseRef } from './case';

/** What a page says of itself that came after something left its tab. */
export const Landing = z.object({
  /** Of the answer that it is, where the browser tells. */
  status: z.number().int().min(100).max(599).optional(),
  /** The desk led here from the address that was asked for. */
  redirected: z.boolean(),
  /** It led on from there: what was sent may have been saved before. */
  ledOn: z.literal(true).optional(),
  /** It asks for a password, and names nobody who is signed in. */
  signIn: z.boolean(),
  /** It is a page of the desk as people see it who are signed in. */
  home: z.boolean(),
  /** It shows a form that is sent to the very address at which the page stands: the form that was sent, once more. */
  again: z.boolean(),
  /** The case that it shows. */
  shows: CaseRef.optional(),
});
export type Landing = z.infer<typeof Landing>;
