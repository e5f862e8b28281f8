import { useState } from 'react';
import { DesksPlace } from '../../components/dashboard/desks-place';
import { PolicyPlace } from '../../components/dashboard/policy-place';
import type { Site } from '../../lib/model/site';
import { askForHost, removeDesk } from '../../lib/settings/allow';
import { lockedParts } from '../../lib/settings/effective';
import { inUse } from '../../lib/settings/own-sites';
import { changeSettings } from '../../lib/settings/settings';
import { isTaught } from '../../lib/settings/taught';
import { useGranted } from '../../lib/settings/use-granted';
import { useOwnSites } from '../../lib/settings/use-own-sites';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { sites } from '../../lib/sites/all';
import { say } from '../../lib/words/say';
import { OwnSites } from './own-sites';

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
  const granted = useGranted(desks.map(({ origin }) => origin));
  const [stuck, setStuck] = useState<readonly string[]>([]);
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
        onAllow={(origin) => {
          const desk = desks.find((one) => one.origin === origin);
          if (desk) void askForHost({ for: 'desk', ...desk });
        }}
        onRemove={remove}
        onWhenUnsure={(chosen) => void changeSettings((now) => ({ ...now, whenUnsure: chosen }))}
      >
        <OwnSites own={own} />
      </DesksPlace>
      <PolicyPlace {...read} />
    </>
  );
}
