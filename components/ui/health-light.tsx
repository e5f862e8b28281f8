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

/** How well a page was read: the light, what of it was not found, and that this blocks nothing. */
export function HealthLight({ health, words }: { health: Health; words: string }) {
  const { light, missing, ambiguous = [], writes = [] } = health;
  return (
    <div className="health">
      <Light state={light} words={words} />
      {light !== 'green' && (
        <ul className="health-parts">
          {missing.length > 0 && <li>{say('health_missing', names(missing))}</li>}
          {ambiguous.length > 0 && <li>{say('health_ambiguous', names(ambiguous))}</li>}
          {writes.length > 0 && <li>{say('health_writes')}</li>}
          <li>{say('health_lets')}</li>
        </ul>
      )}
    </div>
  );
}
