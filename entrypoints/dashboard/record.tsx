import { useState } from 'react';
import { type Checking, type Exportable, RecordPlace } from '../../components/dashboard/record-place';
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
    exportTable(table, now).then((parts) => saveFile(parts, table, now), failed);
  };
  return (
    <RecordPlace
      checking={checking}
      onCheck={check}
      onExport={copy}
      exportTrouble={trouble}
      found={found?.map((key) => ({ key, erasing: erasing(key) })) ?? null}
      onFind={(number) => void casesNumbered(number).then(setFound, failed)}
      onErase={erase}
    />
  );
}
