import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keyIn } from '../lib/capture/generic/key';
import { readGeneric } from '../lib/capture/generic/read';
import { shared } from '../lib/gate/shared';

// Registered before the gate where a person allowed a desk that nobody described; others never load it.
export default defineUnlistedScript({
  main() {
    for (const site of shared().sites) if (site.generic) site.reads = { id: keyIn, page: readGeneric };
  },
});
