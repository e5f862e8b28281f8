import { useMemo } from 'react';
import { fieldOf } from '../../lib/capture/labels';
import type { Playbook } from '../../lib/model/playbook';
import type { Settings } from '../../lib/model/settings';
import type { Listed } from '../../lib/playbooks/all';
import { lintAmong } from '../../lib/rules/playbook-lint-desks';
import { inUse } from '../../lib/settings/own-sites';
import { useOwnSites } from '../../lib/settings/use-own-sites';
import { sites as brought } from '../../lib/sites/all';
import { say } from '../../lib/words/say';

/** What a playbook lives among here: desks, other playbooks, people; and what is to be said of that. */
export function useSurroundings(playbook: Playbook, others: readonly Listed[], settings: Settings) {
  const own = useOwnSites();
  const sites = useMemo(() => {
    const theirs = inUse(own);
    const known = [...theirs, ...brought.filter(({ id }) => !theirs.some((one) => one.id === id))];
    const allowed = known.filter(({ id }) => settings.desks.some(({ site }) => site === id));
    return { known, allowed };
  }, [own, settings.desks]);
  const force = useMemo(() => others.filter(({ mode }) => mode !== 'off').map((one) => one.playbook), [others]);
  const among = useMemo(
    () => lintAmong(playbook, { others: force, sites: sites.allowed, fieldOf }),
    [playbook, force, sites],
  );
  const names = useMemo(
    () => ({
      allowed: sites.allowed.filter(({ generic }) => !generic),
      known: sites.known.filter(({ generic }) => !generic),
    }),
    [sites],
  );
  const samplesAround = useMemo(
    () => ({
      people: [...new Set(settings.roster.flatMap(({ people }) => people))],
      teams: settings.roster.map(({ team }) => team),
      from: settings.identity.team || say('editor_sample_from'),
      me: settings.identity.name || say('editor_sample_me'),
    }),
    [settings.roster, settings.identity],
  );
  return { among, sites: names, samplesAround };
}
