import { useEffect, useState } from 'react';
import type { Settings } from '../model/settings';
import { salvage } from './salvage';
import { readSettings, watchSettings } from './settings';

/** The settings, live; the defaults until they are read. */
export function useSettings(): Settings {
  const [settings, setSettings] = useState<Settings>(() => salvage(undefined).settings);
  useEffect(() => {
    const stop = watchSettings(setSettings);
    readSettings().then(setSettings, () => undefined);
    return stop;
  }, []);
  return settings;
}
