import type { Health } from '../../lib/model/case';
import { say, type WordKey } from '../../lib/words/say';
import { Light } from './light';

/** How fields are called where a sentence names them; one that a site adds stands under its own name. */
const FIELDS: Readonly<Record<string, WordKey>> = {
  subject: 'field_subject',
  requester: 'field_requester',
  requesterMail: 'field_requester_mail',
  team: 'field_team',
  owner: 'field_owner',
  status: 'field_status',
  stage: 'field_stage',
  priority: 'field_priority',
  severity: 'field_severity',
  environment: 'field_environment',
  steps: 'field_steps',
  tags: 'field_tags',
  company: 'field_company',
  amount: 'field_amount',
  closeDate: 'field_close_date',
  contacts: 'field_contacts',
};

function names(fields: readonly string[]): string {
  return fields.map((field) => (Object.hasOwn(FIELDS, field) ? say(FIELDS[field] as WordKey) : field)).join(' · ');
}

type Props = {
  health: Health;
  words: string /** The parts are seen when they are asked for: little room. */;
  folded?: boolean;
};

/** How well a page was read: the light, what of it was not found, and that this blocks nothing. */
export function HealthLight({ health, words, folded = false }: Props) {
  const light = <Light state={health.light} words={words} />;
  if (health.light === 'green') return light;
  if (folded) {
    return (
      <details className="health">
        <summary>{light}</summary>
        <Parts health={health} />
      </details>
    );
  }
  return (
    <div className="health">
      {light}
      <Parts health={health} />
    </div>
  );
}

function Parts({ health: { missing, ambiguous = [], writes = [] } }: { health: Health }) {
  return (
    <ul className="health-parts">
      {missing.length > 0 && <li>{say('health_missing', names(missing))}</li>}
      {ambiguous.length > 0 && <li>{say('health_ambiguous', names(ambiguous))}</li>}
      {writes.length > 0 && <li>{say('health_writes')}</li>}
      <li>{say('health_lets')}</li>
    </ul>
  );
}
