import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { orphaned } from '../../lib/messages/client';
import type { PanelNews } from '../../lib/messages/protocol';
import { Lead } from './lead';

/** The extension API as far as this page needs it. */
declare const chrome: { runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } } };

/** The word that the taught page's script gave this frame, without which the background answers nothing; and the page's lightness. */
const [nonce = '', scheme] = location.hash.slice(1).split('.');
if (scheme === 'light' || scheme === 'dark') document.documentElement.style.colorScheme = scheme;

const root = await readyPage();
// Opened as a page of its own it leads nobody.
if (root && nonce && window.top !== window && !orphaned()) {
  const heard = new Set<() => void>();
  chrome.runtime.onMessage.addListener((message) => {
    const news = message as PanelNews | { news?: undefined };
    if (news?.news === 'lesson' && news.nonce === nonce) for (const hear of heard) hear();
  });
  const onNews = (hear: () => void) => {
    heard.add(hear);
    return () => void heard.delete(hear);
  };
  createRoot(root).render(<Lead nonce={nonce} onNews={onNews} />);
}
