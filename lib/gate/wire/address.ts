import { baseOf, hrefOf, on, page, Text, toUpperCase, Url } from './natives';

/** The absolute address that the page means. Throws for one that is none, as the browser will. */
export function absolute(url: unknown): string {
  return hrefOf(new Url(Text(url), baseOf(page) as string)) as string;
}

export function upper(method: unknown): string {
  return on<string>(toUpperCase, Text(method), []);
}
