import { useEffect, useRef, useState } from 'react';
import { type Saving, TeamsPlace } from '../../components/dashboard/teams-place';
import type { Settings, TeamRoster } from '../../lib/model/settings';
import { changeSettings, readSettings } from '../../lib/settings/settings';

/** The roster, saved with every change; the state of the last one is what is shown. */
export function Teams() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [saving, setSaving] = useState<Saving>('idle');
  /** Counts the saves: "saved" is said of the last one alone. */
  const latest = useRef(0);
  useEffect(() => {
    readSettings().then(setSettings, () => setSaving('failed'));
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
  return <TeamsPlace roster={settings.roster} saving={saving} onChange={save} />;
}
