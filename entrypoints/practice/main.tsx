import { createRoot } from 'react-dom/client';
import { readyPage } from '../../components/page';
import { call } from '../../lib/messages/client';
import { PRACTICE_ADDRESS } from '../../lib/model/practice';
import { readSettings } from '../../lib/settings/settings';
import { say } from '../../lib/words/say';
import { Practice } from './practice';
import { startBaton } from './start-baton';

/** Every case has an address, this one too. */
if (!location.search) location.replace(PRACTICE_ADDRESS);
else void start();

async function start(): Promise<void> {
  // This page is its own server: what Baton lets go ends here. The wire takes it for the browser's own.
  globalThis.fetch = async () => new Response(null, { status: 204 });
  const [{ identity }] = await Promise.all([readSettings(), call('practice/forget', {}).catch(() => undefined)]);
  const root = await readyPage('welcome_practice_desk');
  if (!root) return;
  createRoot(root).render(<Practice me={identity.name || say('welcome_practice_you')} />);
  await startBaton(document);
  addEventListener('pagehide', () => void call('practice/forget', {}).catch(() => undefined));
}
