import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { useCopy } from '../../components/panel/use-copy';
import { type ReadingState, ReadingView } from '../../components/reading/reading-view';
import { call } from '../../lib/messages/client';
import { debugText } from '../../lib/rules/debug-text';
import { say } from '../../lib/words/say';

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
  useEffect(() => {
    document.title = say('reading_title');
    look();
  }, [look]);
  return (
    <ReadingView
      state={state}
      copied={copied}
      onAgain={look}
      onCopy={() => state.is === 'read' && void copy(debugText(state.report, browser.runtime.getManifest().version))}
      onCopied={forget}
    />
  );
}
