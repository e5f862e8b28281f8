import { useEffect, useState } from 'react';
import { type Step, stepOf } from '../../components/welcome/steps';
import { WelcomeView } from '../../components/welcome/welcome-view';
import { PRACTICE_ADDRESS, PRACTICE_SITE } from '../../lib/model/practice';
import type { BakedDesk } from '../../lib/settings/desk-list';
import { leaveTab } from '../../lib/settings/leave-tab';
import { openShortcuts, useShortcut } from '../../lib/settings/shortcut';
import { Desks } from './desks';
import { Handoffs } from './handoffs';
import { Who } from './who';

declare const __BATON_DESKS__: BakedDesk[];

/** A build that brings a practice desk of its own (`npm start`) ends there; all others on the one inside of Baton. */
const baked = __BATON_DESKS__.find(({ site }) => site === PRACTICE_SITE);
const PRACTICE = baked ? `${baked.origin}/case/1` : PRACTICE_ADDRESS;

const PLACES: Record<Step, () => React.ReactNode> = { desks: Desks, who: Who, handoffs: Handoffs };

/** The step that the address names: the browser's own way back is one too. */
export function Welcome() {
  const [step, setStep] = useState(() => stepOf(location.hash));
  useEffect(() => {
    const moved = () => setStep(stepOf(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const shortcut = useShortcut();
  const Place = PLACES[step];
  return (
    <WelcomeView
      step={step}
      onStep={(next) => location.assign(`#${next}`)}
      onPractise={() => location.assign(PRACTICE)}
      onLeave={() => void leaveTab()}
      shortcut={shortcut}
      onShortcut={() => void openShortcuts()}
    >
      <Place />
    </WelcomeView>
  );
}
