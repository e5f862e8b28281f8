import { useEffect, useRef, useState } from 'react';
import { settingsOf, whoOf } from '../../components/welcome/who';
import { WhoStep, type Who as Words } from '../../components/welcome/who-step';
import type { TeamRoster } from '../../lib/model/settings';
import { lockedParts } from '../../lib/settings/effective';
import { changeSettings, readToChange } from '../../lib/settings/settings';
import { usePolicy } from '../../lib/settings/use-policy';

/** Who works here: read once, and saved as it is typed. */
export function Who() {
  const [who, setWho] = useState<Words | null>(null);
  const [saving, setSaving] = useState<'idle' | 'saved' | 'failed'>('idle');
  const { policy } = usePolicy();
  const roster = useRef<TeamRoster[]>([]);
  /** Counts the saves: "saved" is said of the last one alone. */
  const latest = useRef(0);
  useEffect(() => {
    readToChange().then(
      (settings) => {
        const read = whoOf(settings);
        roster.current = read.roster;
        setWho(read.who);
      },
      () => setSaving('failed'),
    );
  }, []);
  if (!who) return null;
  const change = (changed: Words) => {
    setWho(changed);
    latest.current += 1;
    const mine = latest.current;
    const done = (is: 'saved' | 'failed') => latest.current === mine && setSaving(is);
    setSaving('idle');
    changeSettings((settings) => ({ ...settings, ...settingsOf(changed, roster.current) })).then(
      () => done('saved'),
      () => done('failed'),
    );
  };
  return <WhoStep who={who} locked={lockedParts(policy)} saving={saving} onChange={change} />;
}
