import { baseOf, documentOf, hrefOf, on, page, Text, toUpperCase, Url } from './natives';

/** The absolute address that the page means. Throws for what is not an address, as the browser will. `self`: the window that was asked, where it is another frame's. */
export function absolute(url: unknown, self?: unknown): string {
  const base = self === undefined || self === null || self === globalThis ? page : documentOf(self);
  return hrefOf(new Url(Text(url), baseOf(base) as string)) as string;
}

export function upper(method: unknown): string {
  return on<string>(toUpperCase, Text(method), []);
}
