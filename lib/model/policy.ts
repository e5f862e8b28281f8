import { z } from 'zod';
import type { Playbook } from './playbook';
import { Mode, TeamRoster } from './settings';
import type { Site } from './site';

/** What a company may switch off: `import` brings in sites and playbooks from files, `edit` is the editor of playbooks. */
export const Feature = z.enum(['teach', 'import', 'edit', 'subscribe', 'export', 'welcome']);
export type Feature = z.infer<typeof Feature>;

const Name = z.string().trim().min(1).max(200);

/** The text of a file, or what stands in it: whoever reads such files says what is wrong with one. */
const Given = z.unknown();

/** A desk is an origin: a scheme, a host and a port, and nothing after them. */
const Origin = z
  .string()
  .max(300)
  .refine(isOrigin, 'use an origin alone, such as https://desk.example.com')
  .transform((text) => new URL(text).origin);

/** The parts of a company's policy. Each is read by itself, so that one that is broken takes no other with it. */
export const PolicyParts = {
  playbooks: z.array(Given).max(100),
  playbooksUrl: z.url({ protocol: /^https$/, error: 'use an https address' }).max(2000),
  desks: z.array(Origin).max(200),
  whenUnsure: z.enum(['open', 'closed']),
  override: z.union([z.enum(['allowed', 'forbidden']), z.array(Name).min(1).max(50)], {
    error: 'use "allowed", "forbidden", or a list of names and teams',
  }),
  keepDays: z.number().int().min(0).max(3650),
  identity: z.strictObject({ name: Name.optional(), team: Name.optional() }),
  roster: z.array(TeamRoster).max(200),
  modes: z.record(z.string().min(1).max(64), Mode),
  off: z.strictObject({
    sites: z.array(z.string().min(1).max(64)).max(100).optional(),
    features: z.array(Feature).max(20).optional(),
  }),
  sites: z.array(Given).max(100),
} as const satisfies Record<string, z.ZodType>;
export type PolicyPart = keyof typeof PolicyParts;
type Part<P extends PolicyPart> = z.output<(typeof PolicyParts)[P]>;

/** A policy as it holds: what is absent is not set, and the person's own. */
export type Policy = {
  playbooks: Playbook[];
  playbooksUrl?: Part<'playbooksUrl'>;
  /** The origins of the desks that may be used at all. */
  desks?: Part<'desks'>;
  whenUnsure?: Part<'whenUnsure'>;
  override?: Part<'override'>;
  keepDays?: Part<'keepDays'>;
  identity?: Part<'identity'>;
  roster?: Part<'roster'>;
  modes?: Part<'modes'>;
  off: { sites: string[]; features: Feature[] };
  sites: Site[];
};

/** Where nobody set anything. */
export const NO_POLICY: Policy = { playbooks: [], sites: [], off: { sites: [], features: [] } };

export function setsNothing(policy: Policy): boolean {
  return JSON.stringify(policy) === JSON.stringify(NO_POLICY);
}

/** A part of a policy that cannot be used, or one entry of it: why, and where in it. It is left out, and all else holds. */
export type BrokenPart = {
  part: string;
  /** A code: `unknown`, `too-big`, `not-json`, `broken`, or what a file of sites or playbooks is refused for. */
  why: string;
  at?: string;
  /** In the text of a file. */
  line?: number;
  /** The schema's own words. */
  detail?: string;
};
export type PolicyRead = { policy: Policy; broken: BrokenPart[] };

/** Whether a desk may be used, as far as the company says. */
export function mayUse({ desks, off }: Policy, origin: string, site?: string): boolean {
  return (desks?.includes(origin) ?? true) && !(site !== undefined && off.sites.includes(site));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && `${username}${password}${search}${hash}` === '';
}
