import { browser } from 'wxt/browser';
import type { Opener } from '../../components/audit/case-title';
import type { Desk } from '../../lib/model/settings';
import { mayOpen } from '../../lib/settings/may-open';

/** Opens cases of the desks that the person allowed, each in a tab of its own. */
export function openerFor(desks: readonly Desk[]): Opener {
  return {
    canOpen: (url) => mayOpen(url, desks),
    open: (url) => {
      if (mayOpen(url, desks)) void browser.tabs.create({ url });
    },
  };
}
