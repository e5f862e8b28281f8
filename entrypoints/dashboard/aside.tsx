import { useEffect, useState } from 'react';
import { Trouble } from '../../components/audit/trouble';
import { type AsideLine, AsidePlace } from '../../components/dashboard/aside-place';
import { isOff } from '../../lib/settings/policy';
import { settingsAside } from '../../lib/settings/settings';
import { usePolicy } from '../../lib/settings/use-policy';
import { asides } from '../../lib/store/aside';
import { exportTable } from '../../lib/store/export';
import { useStored } from '../../lib/store/use-stored';
import { saveFile } from './save-file';

type KeptSettings = { at: number; value: unknown };

/** What was set aside in the database, and of the settings. */
export function Aside() {
  const stored = useStored(() => asides(), []);
  const [settings, setSettings] = useState<KeptSettings[]>([]);
  const mayExport = !usePolicy().policy.off.features.includes('export');
  useEffect(() => {
    settingsAside().then(
      (kept) => setSettings(kept as KeptSettings[]),
      () => undefined,
    );
  }, []);
  if (stored.is === 'trouble') return <Trouble code={stored.code} />;
  if (stored.is === 'reading') return null;
  const lines: AsideLine[] = [
    ...settings.map(({ at }, index) => ({ id: `settings-${index}`, table: 'settings', at, why: '', key: '' })),
    ...stored.value.map(({ id, table, at, why, key }) => ({ id: String(id), table, at, why, key })),
  ];
  const copy = async () => {
    if (await isOff('export')) return;
    const now = Date.now();
    const records = await exportTable('aside', now);
    saveFile([`{"settings":${JSON.stringify(settings)},"records":`, ...records, '}\n'], 'kept-aside', now);
  };
  return <AsidePlace lines={lines} onExport={mayExport ? () => void copy() : undefined} />;
}
