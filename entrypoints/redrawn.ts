import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { freeForm } from '../lib/gate/free-form';
import { keptWindow } from '../lib/gate/kept-window';
import { cameFirst, noteLists } from '../lib/gate/redrawn';
import { shared } from '../lib/gate/shared';

// Registered before the gate on desks that draw their forms anew after a choice, or send them once; others never load it.
export default defineUnlistedScript({
  main() {
    shared().cameFirst = cameFirst;
    shared().freeForm = freeForm;
    noteLists(keptWindow(window));
  },
});
