import type { ReactNode } from 'react';
import type { Settings } from '../../lib/model/settings';
import type { Site } from '../../lib/model/site';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Fold } from '../ui/fold';
import { Locked } from '../ui/locked';
import { Notice } from '../ui/notice';
import { Section } from './section';

export type DeskLine = { origin: string; name: string /** The browser still lets Baton read it. */; granted: boolean };

/** A desk that Baton knows, and how far what it knows was checked. */
export type KnownDesk = { id: string; name: string } & Site['reality'];

const LEVELS = {
  live: 'dashboard_known_live',
  mirrored: 'dashboard_known_mirrored',
  read: 'dashboard_known_read',
} as const;

const POLICIES = {
  open: ['dashboard_unsure_open', 'dashboard_unsure_open_what'],
  closed: ['dashboard_unsure_closed', 'dashboard_unsure_closed_what'],
} as const;

type Props = {
  desks: readonly DeskLine[];
  known: readonly KnownDesk[];
  whenUnsure: Settings['whenUnsure'];
  /** The company chose what happens where Baton cannot judge. */
  locked?: boolean;
  /** Origins that the company lets be used, and that are not in use yet. */
  waiting?: readonly string[];
  /** Origins whose removal did not work. */
  stuck: readonly string[];
  /** Asks the browser for a desk that it does not let Baton read any more. Runs within the press. */
  onAllow(origin: string): void;
  onRemove(origin: string): void;
  onWhenUnsure(whenUnsure: Settings['whenUnsure']): void;
  /** The desks that do not come with Baton. */
  children?: ReactNode;
};

/** The desks that Baton may read, and what it does where it cannot judge. */
export function DesksPlace(props: Props) {
  const {
    desks,
    known,
    whenUnsure,
    locked = false,
    waiting = [],
    stuck,
    onAllow,
    onRemove,
    onWhenUnsure,
    children,
  } = props;
  return (
    <Section title={say('dashboard_desks')} why={say('dashboard_desks_why')}>
      {desks.length + waiting.length === 0 && <p className="empty">{say('dashboard_desks_none')}</p>}
      <ul className="rows">
        {desks.map(({ origin, name, granted }) => (
          <li key={origin} className="row">
            <span>
              <strong>{name}</strong> <span className="count">{origin}</span>
            </span>
            <Button aria-label={say('dashboard_desk_remove_named', origin)} onClick={() => onRemove(origin)}>
              {say('dashboard_desk_remove')}
            </Button>
            {!granted && (
              <div className="row-foot">
                <Notice>
                  <span>{say('dashboard_desk_not_granted')}</span>
                  <Button aria-label={say('dashboard_desk_allow_named', origin)} onClick={() => onAllow(origin)}>
                    {say('dashboard_desk_allow')}
                  </Button>
                </Notice>
              </div>
            )}
            {stuck.includes(origin) && (
              <div className="row-foot">
                <Notice tone="warn" urgent>
                  {say('dashboard_desk_stuck')}
                </Notice>
              </div>
            )}
          </li>
        ))}
        {waiting.map((origin) => (
          <li key={origin} className="row">
            <strong>{origin}</strong>
            <p className="row-foot">{say('policy_desk_waits')}</p>
          </li>
        ))}
      </ul>
      {children}
      <Fold summary={say('dashboard_known')}>
        <dl>
          {known.map(({ id, name, level, note }) => (
            <div key={id} className="known-desk">
              <dt>
                <strong>{name}</strong> <span className="count">{say(LEVELS[level])}</span>
              </dt>
              <dd className="section-why">{note}</dd>
            </div>
          ))}
        </dl>
      </Fold>
      <fieldset className="unsure">
        <legend className="sub-title">{say('dashboard_unsure')}</legend>
        <p className="section-why">{say('dashboard_unsure_why')}</p>
        {locked && <Locked />}
        <div className="radios">
          {(['open', 'closed'] as const).map((policy) => (
            <label key={policy}>
              <input
                type="radio"
                name="unsure"
                checked={whenUnsure === policy}
                disabled={locked}
                onChange={() => onWhenUnsure(policy)}
              />
              <span>
                {say(POLICIES[policy][0])}
                <span className="choice-what">{say(POLICIES[policy][1])}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </Section>
  );
}
