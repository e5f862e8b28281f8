import { useEffect, useState } from 'react';
import { HandoffsStep } from '../../components/welcome/handoffs-step';
import { call } from '../../lib/messages/client';
import { allPlaybooks, type Listed } from '../../lib/playbooks/all';
import { withUse } from '../../lib/settings/modes';
import { changeSettings } from '../../lib/settings/settings';

/** Which playbooks are used here: each switch counts at once. */
export function Handoffs() {
  const [all, setAll] = useState<readonly Listed[]>([]);
  const read = () => allPlaybooks().then(setAll, () => undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    void read();
  }, []);
  const use = async (id: string, used: boolean) => {
    const mode = all.find(({ playbook }) => playbook.id === id)?.mode;
    if (!mode) return;
    await changeSettings((settings) => ({
      ...settings,
      modes: withUse(settings.modes, { id, mode }, used, Date.now()),
    }));
    await read();
    await call('playbooks/changed', {}).catch(() => undefined);
  };
  return (
    <HandoffsStep
      offered={all.map(({ playbook, mode, locked }) => ({ playbook, locked, used: mode !== 'off' }))}
      onUse={(id, used) => void use(id, used).catch(() => undefined)}
    />
  );
}
