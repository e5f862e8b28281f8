import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cameFirst, noteLists } from '../lib/gate/redrawn';
import { shared } from '../lib/gate/shared';

// Registered before the gate on desks that draw their forms anew after a choice; others never load it.
export default defineUnlistedScript({
  main() {
    shared().cameFirst = cameFirst;
    noteLists(window);
  },
});
