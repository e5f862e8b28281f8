import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { orphaned } from '../../lib/messages/client';
import type { PanelNews } from '../../lib/messages/protocol';
import { wantsPatterns } from '../../lib/rules/patterns';
import { App } from './app';
import { backendFor } from './backend';
import { focusedCriterion } from './focused-criterion';
import { PanelStore } from './panel-store';
import { guardKeys, QuietStart } from './quiet-start';
import { start } from './start';

/** The extension API as far as this page needs it. */
declare const chrome: { runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } } };

/** The overlay's word for this frame, without which the background answers nothing; and whether the desk looks light or dark. */
const [nonce = '', scheme] = location.hash.slice(1).split('.');
if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme;

const quiet = new QuietStart();
guardKeys(window, quiet);
const backend = backendFor(nonce);
const store = new PanelStore(backend, () => focusedCriterion(document));
// Few playbooks ask for a form, and what looks for one is large: it comes when one does.
let patterns: Promise<void> | undefined;
store.subscribe(() => {
  const { state } = store.snapshot();
  if (!state || patterns || !wantsPatterns(state.playbook)) return;
  patterns = import('../../lib/rules/re2').then(
    () => store.again(),
    () => {
      patterns = undefined;
    },
  );
});

const root = await readyPage();
// Opened as a page of its own it has no case to show.
if (root && nonce && window.top !== window && !orphaned()) {
  const page = createRoot(root);
  start({ store, quiet, window, show: () => page.render(<App store={store} backend={backend} />) });
  // What was shown last stays drawn, out of sight, while there is nothing to show: the next time only what differs is drawn.
  store.subscribe(() => {
    const { away, state, trouble } = store.snapshot();
    root.classList.toggle('away', away);
    root.classList.toggle('ahead', state?.ahead === true && !trouble);
  });
  chrome.runtime.onMessage.addListener((message) => {
    // Only our own pages and the background can send this; what is not news is not for us.
    const news = message as PanelNews | { news?: undefined };
    if (news?.news === 'draft') store.heard(news.draft);
    else if (news?.news === 'state' && news.shows?.nonce === nonce) store.show(news.shows.state);
    else if (news?.news === 'state' && !news.shows) void store.reload();
  });
} else {
  document.body.replaceChildren();
}
