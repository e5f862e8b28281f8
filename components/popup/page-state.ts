import type { Health } from '../../lib/model/case';

/** Why the icon was marked when the popup was opened: one of the icon's codes, and what the record says. */
export type Mark = { code: string; why?: string | undefined };

/** What Baton makes of the page in the active tab. `host` is the host alone, as permissions know it; `desk` the site's name. */
export type PageState =
  | { is: 'looking' }
  /** No web page: the browser's own pages, files, other extensions. */
  | { is: 'none' }
  | { is: 'unknown'; host: string }
  | { is: 'known'; host: string; desk: string }
  | { is: 'asking'; host: string; desk: string }
  | { is: 'refused'; host: string; desk: string }
  | { is: 'failed'; host: string; desk: string }
  | { is: 'on'; host: string; desk: string; health: Health | null; mark?: Mark };
