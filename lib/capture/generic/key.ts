import { queryOf } from '../address';

/** Parameters that name the record that a page shows: `id`, `ticketno`, `case_id`, `issue`. */
export const NAMED =
  /^(ticket|case|issue|bug|request|incident|task|sys)?[-_]?(id|key|no|nr|num|number)$|^(ticket|case|issue|bug)$/i;
/** "4711", "2026-118", "OPS-12", "INC0012345", an id in hexadecimal. */
export const KEY =
  /^(\d{1,19}(-\d{1,12})?|[A-Z]{2,10}-?\d{1,12}|[\da-f]{24}|[\da-f]{32}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/;
/** "4711-printer-on-fire", "ticket-4711". */
export const WITHIN = /^(?:ticket|case|issue|bug|request|incident)[-_]?(\d+)$|^(\d{2,})-\D/i;

/** The number or key by which an address names its case: a parameter that says so, else the last part of the path that looks like one. */
export function keyIn(url: URL): string | undefined {
  for (const [name, values] of queryOf(url))
    if (NAMED.test(name) && /^(?=.*\d)[\w.-]{1,64}$/.test(values[0] ?? '')) return values[0];
  const route = /^#!?\//.test(url.hash) ? url.hash.split('?')[0] : '';
  return `${url.pathname}/${route}`
    .split('/')
    .map((part) => {
      const name = part.replace(/\.(html?|php|aspx?|jsp|do)$/i, '');
      const [, after, before] = WITHIN.exec(name) ?? [];
      return after ?? before ?? (KEY.test(name) ? name : undefined);
    })
    .findLast((key) => key !== undefined);
}
