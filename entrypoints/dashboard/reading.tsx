import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { ReadingPlace, type ReadingState } from '../../components/dashboard/reading-place';
import { useCopy } from '../../components/panel/use-copy';
import { call } from '../../lib/messages/client';
import { debugText } from '../../lib/rules/debug-text';
import { useHeal } from './use-heal';

/** Looks how the page in a tab is read, once and whenever it is asked to. */
export function Reading({ tab }: { tab: number }) {
  const [state, setState] = useState<ReadingState>({ is: 'looking' });
  const { copied, copy, forget } = useCopy();
  const look = useCallback(() => {
    setState({ is: 'looking' });
    call('tab/reading', { tab }).then(
      ({ report }) => setState(report ? { is: 'read', report } : { is: 'none' }),
      () => setState({ is: 'none' }),
    );
  }, [tab]);
  useEffect(look, [look]);
  const { heal, mend } = useHeal(tab, state.is === 'read' ? state.report : null, look);
  return (
    <ReadingPlace
      state={state}
      copied={copied}
      heal={heal}
      onAgain={look}
      onCopy={() => state.is === 'read' && void copy(debugText(state.report, browser.runtime.getManifest().version))}
      onCopied={forget}
      onHeal={mend}
    />
  );
}
