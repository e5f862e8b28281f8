import { z } from 'zod';

/** What a person wants a host for. */
export const Purpose = z.discriminatedUnion('for', [
  /** To use Baton on this desk, described by this site. */
  z.strictObject({
    for: z.literal('desk'),
    origin: z.url({ protocol: /^https?$/ }).max(300),
    site: z.string().regex(/^[a-z0-9-]{1,64}$/),
  }),
  /** To read the playbooks that this source brings. */
  z.strictObject({ for: z.literal('source'), url: z.url({ protocol: /^https$/ }).max(2000) }),
]);
export type Purpose = z.infer<typeof Purpose>;

/** What a person asked for, and when they pressed, in milliseconds since 1970. */
export const Wish = z.strictObject({ purpose: Purpose, at: z.number() });
export type Wish = z.infer<typeof Wish>;
