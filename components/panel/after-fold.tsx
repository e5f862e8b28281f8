import type { Playbook } from '../../lib/model/playbook';
import { sayCount } from '../../lib/words/count';
import { say } from '../../lib/words/say';
import { Fold } from '../ui/fold';

const STAGES = {
  sent: 'panel_stage_sent',
  accepted: 'panel_stage_accepted',
  returned: 'panel_stage_returned',
  closed: 'panel_stage_closed',
} as const;

/** What comes after the press: whose it is until it is accepted, how long that may take, what they are asked then, and what each stage means. */
export function AfterFold({ playbook, site }: { playbook: Playbook; site: string | undefined }) {
  const { owner, receiver, entry, lifecycle = [], acceptWithinMinutes: minutes } = playbook;
  const before = owner?.before === 'team' ? 'panel_after_team' : 'panel_after_sender';
  return (
    <Fold summary={say('panel_after')}>
      <p>
        {say(before, receiver.team)} {within(minutes, receiver.team)}
      </p>
      {entry.length > 0 && (
        <p dir="auto">
          {say('panel_after_entry', receiver.team)} {entry.map(({ label }) => label).join(' · ')}
        </p>
      )}
      {lifecycle.length > 0 && (
        <dl className="stages">
          {lifecycle.map(({ stage, means, status, desks }) => {
            const here = desks?.find((desk) => desk.site === site)?.status ?? status;
            return (
              <div key={stage}>
                <dt>{here ? say('panel_stage_status', say(STAGES[stage]), here) : say(STAGES[stage])}</dt>
                <dd dir="auto">{means}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </Fold>
  );
}

function within(minutes: number, team: string): string {
  if (minutes < 60) return sayCount('panel_within_minutes', minutes, team);
  if (minutes < 48 * 60) return sayCount('panel_within_hours', Math.round(minutes / 60), team);
  return sayCount('panel_within_days', Math.round(minutes / (24 * 60)), team);
}
