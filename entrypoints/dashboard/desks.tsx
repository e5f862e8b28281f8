import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { DesksPlace } from '../../components/dashboard/desks-place';
import { PolicyPlace } from '../../components/dashboard/policy-place';
import type { Site } from '../../lib/model/site';
import { hostPattern } from '../../lib/settings/desk-list';
import { lockedParts } from '../../lib/settings/effective';
import { inUse } from '../../lib/settings/own-sites';
import { changeSettings } from '../../lib/settings/settings';
import { isTaught } from '../../lib/settings/taught';
import { useOwnSites } from '../../lib/settings/use-own-sites';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { sites } from '../../lib/sites/all';
import { say } from '../../lib/words/say';
import { OwnSites } from './own-sites';
import { removeDesk } from './remove-desk';

const ORDER = ['live', 'mirrored', 'read'];
/** The best known first. */
const KNOWN = sites
  .filter(({ generic }) => !generic)
  .map(({ id, name, reality }) => ({ id, name, ...reality }))
  .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level) || a.name.localeCompare(b.name));

function nameOf(id: string, own: readonly Site[]): string {
  const site = [...own, ...sites].find((one) => one.id === id);
  // What was taught and is gone leaves a desk that nobody described.
  return site?.generic || (!site && isTaught(id)) ? say('dashboard_generic') : (site?.name ?? id);
}

export function Desks() {
  const { desks, whenUnsure } = useSettings();
  const own = useOwnSites();
  const names = inUse(own);
  const read = usePolicy();
  const { policy } = read;
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
    <>
      <DesksPlace
        desks={desks.map(({ origin, site }) => ({
          origin,
          name: nameOf(site, names),
          granted: granted?.has(origin) ?? true,
        }))}
        known={KNOWN.filter(({ id }) => !policy.off.sites.includes(id))}
        whenUnsure={whenUnsure}
        locked={lockedParts(policy).whenUnsure}
        waiting={(policy.desks ?? []).filter((origin) => !desks.some((desk) => desk.origin === origin))}
        stuck={stuck}
        onRemove={remove}
        onWhenUnsure={(chosen) => void changeSettings((now) => ({ ...now, whenUnsure: chosen }))}
      >
        <OwnSites own={own} />
      </DesksPlace>
      <PolicyPlace {...read} />
    </>
  );
}
