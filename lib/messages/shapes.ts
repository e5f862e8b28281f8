import { z } from 'zod';

/** Shapes that several messages share. */
export const Nothing = z.object({});
/** Made by a script of ours in the page for one frame; a page of ours in that frame must show it to be answered. */
export const Nonce = z.string().min(16).max(64);

export const Done = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  /** `code` names a sentence of the locale files: what is wrong and what to do. */
  z.object({ ok: z.literal(false), code: z.string(), detail: z.string().optional() }),
]);
export type Done = z.infer<typeof Done>;
