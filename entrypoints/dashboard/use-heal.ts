import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Heal } from '../../components/dashboard/reading-heal';
import type { DebugReport } from '../../lib/model/debug';
import type { Site } from '../../lib/model/site';
import { readSettings } from '../../lib/settings/settings';
import { readTaught, saveTaught } from '../../lib/settings/taught';
import { type Healing, healed, healingsOf } from '../../lib/teach/heal';

type Offer = { site: Site; healings: Healing[] };

/** What a report shows that could be mended in a site that was taught on this computer, and the press that does it. */
export function useHeal(tab: number, report: DebugReport | null, onHealed: () => void): { heal: Heal; mend(): void } {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [after, setAfter] = useState<'failed' | 'done' | null>(null);
  useEffect(() => {
    let stale = false;
    const found = report ? offerFor(tab, report) : Promise.resolve(null);
    found.then(
      (one) => {
        if (!stale) setOffer(one);
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [tab, report]);
  const mend = () => {
    if (!offer) return;
    saveTaught(healed(offer.site, offer.healings)).then(
      () => {
        setAfter('done');
        onHealed();
      },
      () => setAfter('failed'),
    );
  };
  const fields = offer?.healings.map(({ field }) => field) ?? [];
  if (fields.length === 0) return { heal: after === 'done' ? { is: 'done' } : { is: 'none' }, mend };
  return { heal: { is: after === 'failed' ? 'failed' : 'offered', fields }, mend };
}

/** A report names no site that people taught: which one the tab's desk has is looked up. */
async function offerFor(tab: number, report: DebugReport): Promise<Offer | null> {
  const { url } = await browser.tabs.get(tab);
  const { desks } = await readSettings();
  const desk = url && URL.canParse(url) ? desks.find(({ origin }) => origin === new URL(url).origin) : undefined;
  const site = (await readTaught()).find(({ id }) => id === desk?.site);
  return site ? { site, healings: healingsOf(site, report) } : null;
}
