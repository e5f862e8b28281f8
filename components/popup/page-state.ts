import type { Health } from '../../lib/model/case';

/** Why the icon was marked when the popup was opened: one of the icon's codes, and what the record says. */
export type Mark = { code: string; why?: string | undefined };

/** A person may teach Baton this page, or teach it anew what they did before; `failed` where that did not begin. */
export type Teach = 'first' | 'anew' | 'failed';

/** What Baton makes of the page in the active tab. `host` is the host alone, as permissions know it; `desk` the site's name; null where nobody described it. */
export type PageState =
  | { is: 'looking' }
  /** No web page: the browser's own pages, files, other extensions. */
  | { is: 'none' }
  /** A page that lets nobody look. */
  | { is: 'unknown'; host: string }
  /** The company does not let it be used. */
  | { is: 'barred'; host: string }
  | { is: 'known'; host: string; desk: string | null }
  | { is: 'asking'; host: string; desk: string | null }
  | { is: 'refused'; host: string; desk: string | null }
  | { is: 'failed'; host: string; desk: string | null }
  | {
      is: 'on';
      host: string;
      desk: string | null;
      health: Health | null;
      mark?: Mark;
      teach?: Teach;
      /** It could not be left. */
      stuck?: true;
    };
