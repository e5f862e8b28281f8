import { useState } from 'react';
import { KeepPlace } from '../../components/dashboard/keep-place';
import { type Checking, type Exportable, RecordPlace } from '../../components/dashboard/record-place';
import { lockedParts } from '../../lib/settings/effective';
import { isOff } from '../../lib/settings/policy';
import { changeSettings } from '../../lib/settings/settings';
import { usePolicy } from '../../lib/settings/use-policy';
import { useSettings } from '../../lib/settings/use-settings';
import { storeError } from '../../lib/store/errors';
import { exportTable } from '../../lib/store/export';
import { casesNumbered } from '../../lib/store/history';
import { verifyAll } from '../../lib/store/verify';
import { saveFile } from './save-file';
import { useErasing } from './use-erasing';

export function Record() {
  const [checking, setChecking] = useState<Checking>({ is: 'idle' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [found, setFound] = useState<string[] | null>(null);
  const [erasing, erase] = useErasing();
  const { keepDays } = useSettings();
  const { policy } = usePolicy();
  const [unsaved, setUnsaved] = useState(false);

  const check = () => {
    setChecking({ is: 'checking', lines: 0 });
    verifyAll((lines) => setChecking({ is: 'checking', lines })).then(
      ({ lines, erased, fault }) =>
        setChecking(fault ? { is: 'broken', lines, ...fault } : { is: 'whole', lines, erased }),
      (error) => setChecking({ is: 'trouble', code: storeError(error).code }),
    );
  };
  const failed = (error: unknown) => setTrouble(storeError(error).code);
  const copy = (table: Exportable) => {
    setTrouble(null);
    const now = Date.now();
    void isOff('export').then((off) => {
      if (!off) exportTable(table, now).then((parts) => saveFile(parts, table, now), failed);
    });
  };
  const keep = (days: number) =>
    void changeSettings((now) => ({ ...now, keepDays: days })).then(
      () => setUnsaved(false),
      () => setUnsaved(true),
    );
  return (
    <>
      <RecordPlace
        checking={checking}
        onCheck={check}
        onExport={copy}
        exportTrouble={trouble}
        mayExport={!policy.off.features.includes('export')}
        found={found?.map((key) => ({ key, erasing: erasing(key) })) ?? null}
        onFind={(number) => void casesNumbered(number).then(setFound, failed)}
        onErase={erase}
      />
      <KeepPlace keepDays={keepDays} locked={lockedParts(policy).keepDays} failed={unsaved} onKeep={keep} />
    </>
  );
}
