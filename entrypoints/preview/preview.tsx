import { useMemo, useRef, useState } from 'react';
import { type Shown, sheetOf, type Tried } from '../../components/dashboard/editor/samples';
import { PanelView } from '../../components/panel/panel-view';
import { MAIN_ID } from '../../components/panel/sections';
import type { SheetActions } from '../../components/panel/sheet-actions';

type Props = { shown: Shown; tell(what: 'sends' | 'leaves'): void };

const NOTHING = { is: 'nothing' } as const;
const IDLE = { is: 'idle' } as const;

/** The panel on a sample. What is answered stays here, and what would leave says so and goes nowhere. */
export function Preview({ shown, tell }: Props) {
  const home = useRef<string>(MAIN_ID);
  const [tried, setTried] = useState<Tried>({ answers: {} });
  const sheet = useMemo(() => sheetOf(shown, tried, Date.now()), [shown, tried]);
  const actions = useMemo((): SheetActions => {
    const leaves = () => tell('leaves');
    const sends = () => tell('sends');
    return {
      onAnswer: (_, criterion, value, where) =>
        setTried(({ answers: { [criterion]: __, ...answers }, ...rest }) => {
          if (value === null) return { ...rest, answers };
          const answer = { value, by: 'person' as const, at: Date.now(), ...(where === undefined ? {} : { where }) };
          return { ...rest, answers: { ...answers, [criterion]: answer } };
        }),
      onReason: (_, reason) => setTried((before) => ({ ...before, reason })),
      onSend: sends,
      onOverride: sends,
      onMisfire: leaves,
      onCancel: leaves,
      onHeld: () => undefined,
      onHide: leaves,
      onReading: leaves,
      onLeave: () => undefined,
      onOtherSide: () => undefined,
      onRetry: () => undefined,
      // No page stands behind it: what goes along is shown as left to the person.
      onRoutes: async () => [],
      onKept: async () => ({ kept: [] }),
    };
  }, [tell]);
  return <PanelView sheet={sheet} shown={1} home={home} saving={IDLE} doing={NOTHING} actions={actions} />;
}
