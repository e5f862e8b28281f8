import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchControls } from '../lib/gate/control-door';
import { shared } from '../lib/gate/shared';

// Registered before the gate on desks whose data names controls to hold at their own event; others never load it.
export default defineUnlistedScript({
  main() {
    shared().watchControls = watchControls;
  },
});
