import { useEffect, useRef, useState } from 'react';
import { IdentityPlace } from '../../components/dashboard/identity-place';
import { type Saving, TeamsPlace } from '../../components/dashboard/teams-place';
import type { Settings, TeamRoster } from '../../lib/model/settings';
import { lockedParts } from '../../lib/settings/effective';
import { changeSettings, readToChange } from '../../lib/settings/settings';
import { usePolicy } from '../../lib/settings/use-policy';

/** Who works here, and the roster, saved with every change; the state of the last one is what is shown. */
export function Teams() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saving, setSaving] = useState<Saving>('idle');
  const [failed, setFailed] = useState(false);
  const locked = lockedParts(usePolicy().policy);
  /** Counts the saves: "saved" is said of the last one alone. */
  const latest = useRef(0);
  useEffect(() => {
    readToChange().then(setSettings, () => setSaving('failed'));
  }, []);
  if (!settings) return null;
  const save = (roster: TeamRoster[]) => {
    latest.current += 1;
    const mine = latest.current;
    const done = (is: Saving) => latest.current === mine && setSaving(is);
    setSaving('saving');
    changeSettings((now) => ({ ...now, roster: roster.slice(0, 200) })).then(
      () => done('saved'),
      () => done('failed'),
    );
  };
  const name = (identity: Settings['identity']) =>
    void changeSettings((now) => ({ ...now, identity })).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <IdentityPlace identity={settings.identity} locked={locked} failed={failed} onChange={name} />
      <TeamsPlace roster={settings.roster} locked={locked.roster} saving={saving} onChange={save} />
    </>
  );
}
