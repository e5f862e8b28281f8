import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { DesksPlace } from '../../components/dashboard/desks-place';
import { hostPattern } from '../../lib/settings/desk-list';
import { changeSettings } from '../../lib/settings/settings';
import { useSettings } from '../../lib/settings/use-settings';
import { sites } from '../../lib/sites/all';
import { say } from '../../lib/words/say';
import { removeDesk } from './remove-desk';

const ORDER = ['live', 'mirrored', 'read'];
/** The best known first. */
const KNOWN = sites
  .filter(({ generic }) => !generic)
  .map(({ id, name, reality }) => ({ id, name, ...reality }))
  .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || a.name.localeCompare(b.name));

function nameOf(id: string): string {
  const site = sites.find((one) => one.id === id);
  return site?.generic ? say('dashboard_generic') : (site?.name ?? id);
}

export function Desks() {
  const { desks, whenUnsure } = useSettings();
  /** Null until the browser has said. */
  const [granted, setGranted] = useState<ReadonlySet<string> | null>(null);
  const [stuck, setStuck] = useState<readonly string[]>([]);
  useEffect(() => {
    const has = async (origin: string) =>
      (await browser.permissions.contains({ origins: [hostPattern(origin)] })) ? [origin] : [];
    Promise.all(desks.map(({ origin }) => has(origin))).then(
      (origins) => setGranted(new Set(origins.flat())),
      () => undefined,
    );
  }, [desks]);
  const remove = (origin: string) => {
    void removeDesk(origin, desks).then((removed) =>
      setStuck((before) => [...before.filter((one) => one !== origin), ...(removed ? [] : [origin])]),
    );
  };
  return (
    <DesksPlace
      desks={desks.map(({ origin, site }) => ({
        origin,
        name: nameOf(site),
        granted: granted?.has(origin) ?? true,
      }))}
      known={KNOWN}
      whenUnsure={whenUnsure}
      stuck={stuck}
      onRemove={remove}
      onWhenUnsure={(policy) => void changeSettings((now) => ({ ...now, whenUnsure: policy }))}
    />
  );
}
