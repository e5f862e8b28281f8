import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { FocusBack } from '../../components/panel/focus-back';
import { PanelView } from '../../components/panel/panel-view';
import { MAIN_ID } from '../../components/panel/sections';
import type { Doing, SheetActions } from '../../components/panel/sheet-actions';
import { TroubleView } from '../../components/panel/trouble-view';
import { Notice } from '../../components/ui/notice';
import type { Done } from '../../lib/messages/protocol';
import { say } from '../../lib/words/say';
import type { Backend } from './backend';
import type { PanelStore } from './panel-store';

const NOTHING: Doing = { is: 'nothing' };

/** Joins the view to the store and the background. Shows nothing while there is nothing to show. */
export function App({ store, backend }: { store: PanelStore; backend: Backend }) {
  const { state, save, shown, woken, lost, trouble } = useSyncExternalStore(store.subscribe, store.snapshot);
  const home = useRef<string>(MAIN_ID);
  const [last, setLast] = useState<{ during: number; doing: Doing }>({ during: 0, doing: NOTHING });

  const run = useCallback(
    async (act: () => Promise<Done>) => {
      const during = store.snapshot().shown;
      setLast({ during, doing: { is: 'busy' } });
      const done = await act();
      setLast({ during, doing: done.ok ? NOTHING : { is: 'refused', code: done.code } });
    },
    [store],
  );
  const actions = useMemo((): SheetActions => {
    /** What leaves is judged from the database, so the database must have all of it first. */
    const saved = (act: () => Promise<Done>) =>
      run(async () => ((await store.flush()) ? act() : { ok: false, code: 'not-saved' }));
    /** What keeps the draft saves it too, but does not wait for it. */
    const leaving = (act: () => Promise<Done>) => {
      void store.flush();
      return run(act);
    };
    return {
      onAnswer: (keys, criterion, value, where) => store.answer(keys, criterion, value, where),
      onReason: (keys, reason) => store.reason(keys, reason),
      onLeave: () => void store.flush(),
      onSend: () => void saved(backend.send),
      onOverride: (reason) => void saved(() => backend.override(reason)),
      onMisfire: () => void leaving(backend.misfire),
      onCancel: () => void leaving(backend.cancel),
      onHide: () => void leaving(backend.hide),
      onHeld: (to, missing) => void backend.held(to, missing),
      onOtherSide: () => void backend.otherSide(),
      onRetry: () => void store.flush(),
      onReading: () => void leaving(backend.reading),
      onRoutes: (set) => backend.routes(set),
      onKept: (order) => backend.kept(order),
    };
  }, [store, backend, run]);

  if (trouble)
    return <TroubleView trouble={trouble} shown={shown} onAgain={() => store.reload()} actions={actions} home={home} />;
  if (!state) return lost ? <Notice tone="bad">{say('panel_lost')}</Notice> : null;
  // What was said of the last hold says nothing of this one.
  const doing = last.during === shown ? last.doing : NOTHING;
  // Another case is another panel: nothing that was typed or opened for the one is left in the other.
  const cases = state.cases.map(({ draft }) => draft.key).join('\n');
  return (
    <>
      <PanelView key={cases} sheet={state} shown={shown} home={home} saving={save} doing={doing} actions={actions} />
      <FocusBack woken={woken} shown={shown} home={home} />
    </>
  );
}
