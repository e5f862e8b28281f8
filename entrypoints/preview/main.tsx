import { createRoot } from 'react-dom/client';
import type { Shown } from '../../components/dashboard/editor/samples';
import { readyPage } from '../../components/page';
import '../../lib/rules/re2';
import { Preview } from './preview';

const root = await readyPage();
// Opened as a page of its own it has nothing to show; only the editor around it is heard.
if (root && window.parent !== window) {
  const tell = (preview: string) => window.parent.postMessage({ preview }, location.origin);
  const page = createRoot(root);
  addEventListener('message', ({ source, origin, data }: MessageEvent<{ shown?: Shown } | null>) => {
    if (source !== window.parent || origin !== location.origin || !data?.shown) return;
    page.render(<Preview key={data.shown.sample.id} shown={data.shown} tell={tell} />);
  });
  tell('ready');
}
