import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { DesksPlace } from '../../components/dashboard/desks-place';
import { hostPattern } from '../../lib/settings/desk-list';
import { changeSettings } from '../../lib/settings/settings';
import { useSettings } from '../../lib/settings/use-settings';
import { sites } from '../../lib/sites/all';
import { removeDesk } from './remove-desk';

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
        name: sites.find(({ id }) => id === site)?.name ?? site,
        granted: granted?.has(origin) ?? true,
      }))}
      whenUnsure={whenUnsure}
      stuck={stuck}
      onRemove={remove}
      onWhenUnsure={(policy) => void changeSettings((now) => ({ ...now, whenUnsure: policy }))}
    />
  );
}
