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

export const AttemptId = z.string().min(1).max(64);

/** How far the draft of one case and playbook is. */
export const DraftStatus = z.object({
  playbook: z.string(),
  met: z.boolean(),
  missing: z.number(),
  revision: z.number(),
  /** The playbook only counts: nothing is said of it before the press. */
  silent: z.literal(true).optional(),
  /** Whom the case was handed to already: the same change hands nothing over any more. */
  done: z.string().optional(),
});
export type DraftStatus = z.infer<typeof DraftStatus>;
