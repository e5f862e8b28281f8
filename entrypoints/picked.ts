import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keptWindow } from '../lib/gate/kept-window';
import { namer } from '../lib/gate/named';
import { watchPicks } from '../lib/gate/picks';
import { shared } from '../lib/gate/shared';

// Registered before the gate on desks whose requests name people, teams and stages by ids for which their pages have no words; others never load it.
export default defineUnlistedScript({
  main() {
    shared().named = namer(watchPicks(keptWindow(window), shared().sites));
  },
});
