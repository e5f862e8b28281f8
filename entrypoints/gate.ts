import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startGate } from '../lib/gate/start';

// Registered with the data of the host's sites, which runs just before it. No React, no zod: each page runs it at its load.
export default defineUnlistedScript({
  main() {
    startGate();
  },
});
