import { useEffect, useState } from 'react';
import { Guide, type Phase } from '../../components/practice/guide';
import { PracticeView } from '../../components/practice/practice-view';
import { type Choice, TICKET } from '../../components/practice/ticket';
import { call } from '../../lib/messages/client';
import { hear } from '../../lib/messages/hear';
import { leaveTab } from '../../lib/settings/leave-tab';

/** Joins the practice desk to Baton: it saves what is let go, and hears what the background tells its tab. */
export function Practice({ me }: { me: string }) {
  const [now] = useState(Date.now);
  const [saved, setSaved] = useState<Choice>({ team: TICKET.teams[0], owner: me });
  const [phase, setPhase] = useState<Phase>('choose');
  useEffect(() => {
    const between = (from: Phase, to: Phase) => setPhase((is) => (is === from ? to : is));
    hear((message) => {
      if (message.tell === 'show-panel') between('choose', 'held');
      if (message.tell === 'hide-panel' && !message.folded) between('held', 'choose');
      return undefined;
    });
  }, []);

  const save = (form: HTMLFormElement) => {
    const chosen = new FormData(form);
    const next = { team: String(chosen.get('team')), owner: String(chosen.get('owner')) };
    void fetch(form.action, { method: 'POST', body: chosen }).then(
      () => {
        setSaved(next);
        if (next.team !== TICKET.teams[0]) setPhase('done');
      },
      () => undefined,
    );
  };
  const leave = async (to: () => unknown) => {
    await call('practice/forget', {}).catch(() => undefined);
    await to();
  };
  return (
    <PracticeView me={me} now={now} saved={saved} onSave={save} onLeave={() => void leave(leaveTab)}>
      <Guide
        phase={phase}
        onDashboard={() => void leave(() => location.assign('/dashboard.html'))}
        onLeave={() => void leave(leaveTab)}
      />
    </PracticeView>
  );
}
