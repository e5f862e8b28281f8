import type { Body } from '../../model/attempt';

/** More than this is not kept of a request, in characters; the protocol takes no more. */
const LARGEST = 100_000;
/** Names of what is nobody's business, and says nothing of a handoff. */
const SECRET = /passw|secret|token|csrf|authenticity|api[-_]?key|session/i;

/** A body without what is secret by its name or stands in a password field; nothing of one that is too large. */
export function withoutSecrets(body: Body, typed: readonly string[]): Body {
  const secret = (name: string, value: unknown) =>
    SECRET.test(name) || (typeof value === 'string' && typed.includes(value));
  if (body.as === 'text' && typed.some((one) => body.text.includes(one))) return { as: 'unread', why: 'secret' };
  const kept = JSON.stringify(body, (name, value) => (secret(name, value) ? undefined : value));
  if (kept.length > LARGEST) return { as: 'unread', why: 'too large' };
  const clean = JSON.parse(kept) as Body;
  // In a list of a form's values nothing may be left where something was.
  if (clean.as === 'fields')
    for (const [name, values] of Object.entries(clean.fields)) clean.fields[name] = values.map((one) => one ?? '');
  return clean;
}

/** What stands in the page's password fields now. */
export function passwordsOn(page: Document): string[] {
  return [...page.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ value }) => value).filter(Boolean);
}
