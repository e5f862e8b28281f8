import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOverlay } from '../lib/overlay/start';

// Injected by the background: on a page that shows a case, and wherever something is held.
export default defineUnlistedScript({
  main() {
    startOverlay();
  },
});
