import { type ReactNode, useEffect, useId, useRef } from 'react';
import { ago } from '../../lib/words/dates';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { type Choice, type Message, TICKET } from './ticket';

type Props = {
  /** Who is signed in. */
  me: string;
  now: number;
  /** What the desk has saved. */
  saved: Choice;
  /** The lines that lead the person. */
  children: ReactNode;
  onSave(form: HTMLFormElement): void;
  onLeave(): void;
};

/** A small helpdesk with one case, drawn so that the site of the practice desk reads it. */
export function PracticeView({ me, now, saved, children, onSave, onLeave }: Props) {
  return (
    <>
      <header className="desk-top">
        <p className="desk-name">{say('welcome_practice_desk')}</p>
        <p className="desk-me" id="signed-in-user">
          {me}
        </p>
        <Button look="quiet" onClick={onLeave}>
          {say('welcome_practice_leave')}
        </Button>
      </header>
      {children}
      <main id="case" className="case" data-case-id={TICKET.id}>
        <div className="case-main">
          <h1 id="case-subject" dir="auto">
            {TICKET.subject}
          </h1>
          <ol id="conversation">
            {TICKET.messages.map((message) => (
              <Said key={message.id} message={message} now={now} />
            ))}
          </ol>
        </div>
        <aside className="case-side" aria-label={say('welcome_practice_about')}>
          <Details key={`${saved.team} ${saved.owner}`} me={me} saved={saved} onSave={onSave} />
          <Facts />
        </aside>
      </main>
    </>
  );
}

function Said({ message: { id, kind, author, ago: since, text }, now }: { message: Message; now: number }) {
  const at = now - since;
  return (
    <li id={id} className={`message message-${kind}`} data-kind={kind}>
      <p className="message-head">
        <span className="author">{author}</span> <time dateTime={new Date(at).toISOString()}>{ago(at, now)}</time>
        {kind === 'note' && <span className="message-kind">{say('welcome_practice_note')}</span>}
      </p>
      <p className="body" dir="auto">
        {text}
      </p>
    </li>
  );
}

/** The form that hands the case over. Its controls are the browser's own, as a desk's are. */
function Details({ me, saved, onSave }: { me: string; saved: Choice; onSave(form: HTMLFormElement): void }) {
  const form = useRef<HTMLFormElement>(null);
  // Drawn anew after each save: that nothing is chosen any more is a change that nobody else tells of.
  useEffect(() => {
    form.current?.elements[0]?.dispatchEvent(new Event('change', { bubbles: true }));
  }, []);
  return (
    <form
      ref={form}
      id="details"
      className="card"
      method="post"
      action={`/practice/${TICKET.id}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(event.currentTarget);
      }}
    >
      <Choose name="team" label={say('field_team')} value={saved.team} options={TICKET.teams} />
      <Choose name="owner" label={say('field_owner')} value={saved.owner} options={[me, ...TICKET.others]} />
      <button type="submit" className="button desk-save">
        {say('welcome_practice_save')}
      </button>
    </form>
  );
}

type Choosing = { name: keyof Choice; label: string; value: string; options: readonly string[] };

function Choose({ name, label, value, options }: Choosing) {
  const id = useId();
  return (
    <p>
      <label className="case-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} name={name} className="input" autoComplete="off" defaultValue={value}>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </p>
  );
}

function Facts() {
  const { requester, status, priority, severity, environment, steps, files } = TICKET;
  return (
    <section className="card" aria-label={say('welcome_practice_facts')}>
      <dl id="details-shown">
        <Fact field="status" label={say('field_status')}>
          <span className="value">{status}</span>
        </Fact>
        <Fact field="priority" label={say('field_priority')}>
          <span className="value">{priority}</span>
        </Fact>
      </dl>
      <dl id="case-facts">
        <Fact field="requester" label={say('field_requester')}>
          <span className="name">{requester.name}</span> <span className="mail">{requester.mail}</span>
        </Fact>
        <Fact field="severity" label={say('field_severity')}>
          {severity}
        </Fact>
        <Fact field="environment" label={say('field_environment')}>
          {environment}
        </Fact>
        <Fact field="steps" label={say('field_steps')}>
          <ol dir="auto">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Fact>
      </dl>
      <ul id="attachments" aria-label={say('welcome_practice_files')}>
        {files.map((file) => (
          <li key={file} className="file-name">
            {file}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fact({ field, label, children }: { field: string; label: string; children: ReactNode }) {
  return (
    <div data-field={field}>
      <dt className="case-label">{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
