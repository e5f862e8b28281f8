import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeaching } from '../lib/teach/page/start';

// Injected by the background while a person teaches Baton a page, and gone with the lesson.
export default defineUnlistedScript({
  main() {
    void startTeaching();
  },
});
