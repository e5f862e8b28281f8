import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useNow } from '../../components/audit/use-now';
import { PopupView } from '../../components/popup/popup-view';
import { call } from '../../lib/messages/client';
import { askForHost, removeDesk } from '../../lib/settings/allow';
import { mayOpen } from '../../lib/settings/may-open';
import { openShortcuts, useShortcut } from '../../lib/settings/shortcut';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { type ActivePage, activePage } from './active-page';
import { useDay } from './use-day';

/** Opens a tab; the popup has then done what it is for. */
function show(url: string): void {
  void browser.tabs.create({ url }).then(() => window.close());
}

/** Joins the popup to the browser: the active tab, the store and the permission. */
export function Popup() {
  const now = useNow();
  const state = useDay(now);
  const { desks } = useSettings();
  const mayTeach = !usePolicy().policy.off.features.includes('teach');
  const shortcut = useShortcut();
  const [active, setActive] = useState<ActivePage>({ state: { is: 'looking' } });
  const look = () => activePage().then(setActive, () => setActive({ state: { is: 'none' } }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    void look();
  }, []);

  const use = () => {
    const { page, site } = active;
    if (!page || !site || active.state.is === 'asking') return;
    const known = { host: page.hostname, desk: site.generic ? null : site.name };
    const asked = askForHost({ for: 'desk', origin: page.origin, site: site.id });
    setActive({ ...active, state: { is: 'asking', ...known } });
    void asked.then((is) =>
      setActive({
        ...active,
        state:
          is === 'on'
            ? { is, ...known, health: null, ...(mayTeach && site.generic ? { teach: 'first' } : {}) }
            : { is, ...known },
      }),
    );
  };

  const leave = () => {
    const { page, state: shown } = active;
    if (shown.is !== 'on' || !page) return;
    void removeDesk(page.origin, desks).then((left) =>
      left ? void look() : setActive({ ...active, state: { ...shown, stuck: true } }),
    );
  };

  const teach = () => {
    const { state: shown, tab } = active;
    if (shown.is !== 'on' || tab === undefined) return;
    void call('teach/start', { tab }).then(
      ({ ok }) => (ok ? window.close() : setActive({ ...active, state: { ...shown, teach: 'failed' } })),
      () => setActive({ ...active, state: { ...shown, teach: 'failed' } }),
    );
  };

  return (
    <PopupView
      page={active.state}
      state={state}
      now={now}
      opener={{ canOpen: (url) => mayOpen(url, desks), open: (url) => mayOpen(url, desks) && show(url) }}
      onUse={use}
      onTeach={teach}
      onLeave={leave}
      shortcut={shortcut}
      onShortcut={() => void openShortcuts().then(() => window.close())}
      onReading={() => show(browser.runtime.getURL(`/dashboard.html#reading/${active.tab}`))}
      onDashboard={() =>
        void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') }).then(() => window.close())
      }
    />
  );
}
