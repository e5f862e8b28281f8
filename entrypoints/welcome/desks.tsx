import { useState } from 'react';
import { type Asked, DesksStep, type KnownDesk } from '../../components/welcome/desks-step';
import { mayUse } from '../../lib/model/policy';
import type { Site } from '../../lib/model/site';
import { askForHost } from '../../lib/settings/allow';
import { inUse } from '../../lib/settings/own-sites';
import { useGranted } from '../../lib/settings/use-granted';
import { useOwnSites } from '../../lib/settings/use-own-sites';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { sites } from '../../lib/sites/all';
import { say } from '../../lib/words/say';
import { deskAddress, siteAt } from './desk-address';

/** The practice desk is met at the end; what stands for desks that nobody described is "another". */
const OURS = sites.filter(({ id, generic }) => !generic && id !== 'practice');
/** The best known first, and of these alone a list before anybody searches. */
const LEVELS = ['live', 'mirrored', 'read'];

function known(site: Site, first: boolean): KnownDesk {
  const fixed = site.hosts.length > 0 && site.hosts.every((host) => !host.includes('*'));
  return { id: site.id, name: site.name, hosts: fixed ? site.hosts : [], first };
}

/** Asks the browser for the desks that the person names, and says which it lets Baton read. */
export function Desks() {
  const { desks } = useSettings();
  const own = inUse(useOwnSites());
  const [asked, setAsked] = useState<Asked>({ is: 'idle' });
  const granted = [...(useGranted(desks.map(({ origin }) => origin)) ?? [])];
  const { policy } = usePolicy();
  const listed = [
    ...own.map((site) => known(site, true)),
    ...OURS.toSorted(
      (a, b) => LEVELS.indexOf(a.reality.level) - LEVELS.indexOf(b.reality.level) || a.name.localeCompare(b.name),
    )
      .filter(({ id }) => !policy.off.sites.includes(id))
      .map((site) => known(site, site.reality.level !== 'read')),
  ];
  const all = [...own, ...sites.filter(({ id }) => !policy.off.sites.includes(id))];
  const nameOf = (id: string) => all.find((site) => site.id === id && !site.generic)?.name ?? say('dashboard_generic');

  const ask = (id: string | null, written: string) => {
    const chosen = all.find((site) => site.id === id);
    const address = deskAddress(written, chosen?.hosts);
    if (!address.ok)
      return setAsked(
        address.why === 'not-there' ? { is: 'not-there', desk: chosen?.name ?? '' } : { is: 'no-address' },
      );
    const { origin } = address;
    const site = chosen ?? siteAt(origin, all);
    if (!site) return;
    if (!mayUse(policy, origin, site.id)) return setAsked({ is: 'barred', host: new URL(origin).host });
    const answer = askForHost({ for: 'desk', origin, site: site.id });
    setAsked({ is: 'asking' });
    void answer.then((is) => setAsked({ is, host: new URL(origin).host }));
  };

  return (
    <DesksStep
      desks={listed}
      company={(policy.desks ?? [])
        .filter((origin) => !granted.includes(origin))
        .map((origin) => ({ origin, known: siteAt(origin, all)?.generic !== true }))}
      allowed={desks
        .filter(({ origin }) => granted.includes(origin))
        .map(({ origin, site }) => ({ origin, name: nameOf(site) }))}
      asked={asked}
      onAllow={ask}
      onChoose={() => setAsked({ is: 'idle' })}
    />
  );
}
