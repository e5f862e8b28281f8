import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { install } from '../lib/gate/wire/install';

// Registered for each allowed host by the background, in the page's own world, before any page script.
// Unlisted, as are gate and overlay: a listed content script would bring the polyfill into every page (lib/README.md).
export default defineUnlistedScript({
  main() {
    install();
  },
});
