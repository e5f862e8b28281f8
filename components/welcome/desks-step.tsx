import { useId, useState } from 'react';
import { say } from '../../lib/words/say';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** A desk that Baton knows. `hosts`: where all of its people work; empty where each company has an address of its own. */
export type KnownDesk = {
  id: string;
  name: string;
  hosts: readonly string[] /** Shown before anybody searches. */;
  first: boolean;
};

/** What became of asking the browser for a host. */
export type Asked =
  | { is: 'idle' | 'asking' }
  | { is: 'on' | 'refused' | 'failed' | 'barred'; host: string }
  /** No address, or none of that desk. */
  | { is: 'no-address' }
  | { is: 'not-there'; desk: string };

type Props = {
  desks: readonly KnownDesk[];
  /** The desks that Baton may read, by their address. */
  allowed: readonly { origin: string; name: string }[];
  asked: Asked;
  /** The desks that the company lets be used, and that are not allowed yet: these come first. One that its address does not tell is known by its page alone. */
  company?: readonly { origin: string; known: boolean }[];
  /** The desk of this id, or null for another, at the host chosen or what the person wrote. Runs within the press. */
  onAllow(id: string | null, address: string): void;
  /** Another desk was chosen: what became of the one before is old. */
  onChoose(): void;
};

const OTHER = 'other';

/** Which desks: one of those that Baton knows, or the address of another. */
export function DesksStep({ desks, allowed, asked, company = [], onAllow, onChoose }: Props) {
  const [looked, setLooked] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (id: string) => {
    setChosen(id);
    onChoose();
  };
  const search = useId();
  const words = looked.trim().toLowerCase();
  const shown = desks.filter(({ name, first, id }) =>
    words === '' ? first || id === chosen : name.toLowerCase().includes(words),
  );
  const desk = desks.find(({ id }) => id === chosen);
  return (
    <>
      {allowed.length > 0 && (
        <ul className="allowed" aria-label={say('welcome_allowed')}>
          {allowed.map(({ origin, name }) => (
            <li key={origin}>
              <strong>{name}</strong> {origin.replace(/^https:\/\//, '')}
            </li>
          ))}
        </ul>
      )}
      {company.map(({ origin, known }) => (
        <p key={origin} className="actions">
          {known ? (
            <Button off={asked.is === 'asking'} onClick={() => asked.is !== 'asking' && onAllow(null, origin)}>
              {say('welcome_allow', origin)}
            </Button>
          ) : (
            <span>
              <strong>{origin}</strong> {say('policy_desk_waits')}
            </span>
          )}
        </p>
      ))}
      <div className="find-desk">
        <label className="field-label" htmlFor={search}>
          {say('welcome_desks_find')}
        </label>
        <input
          id={search}
          className="input"
          type="search"
          value={looked}
          maxLength={100}
          onChange={(event) => setLooked(event.target.value)}
        />
      </div>
      <fieldset className="pills desks">
        <legend className="only-read">{say('welcome_desks')}</legend>
        {shown.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name="desk" checked={id === chosen} onChange={() => choose(id)} />
            {name}
          </label>
        ))}
        <label>
          <input type="radio" name="desk" checked={chosen === OTHER} onChange={() => choose(OTHER)} />
          {say('welcome_desks_other')}
        </label>
      </fieldset>
      {chosen && (
        <Access
          key={chosen}
          desk={desk}
          asking={asked.is === 'asking'}
          onAllow={(at) => onAllow(desk?.id ?? null, at)}
        />
      )}
      <Said asked={asked} />
    </>
  );
}

type AccessProps = { desk: KnownDesk | undefined; asking: boolean; onAllow(address: string): void };

/** What allowing it means, and the button that asks the browser. */
function Access({ desk, asking, onAllow }: AccessProps) {
  const hosts = desk?.hosts ?? [];
  const [address, setAddress] = useState(hosts[0] ?? '');
  const id = useId();
  const name = desk?.name ?? say('welcome_desks_yours');
  return (
    <form
      className="access"
      onSubmit={(event) => {
        event.preventDefault();
        if (!asking) onAllow(address);
      }}
    >
      {hosts.length > 1 && (
        <p>
          <label className="field-label" htmlFor={id}>
            {say('welcome_address', name)}
          </label>
          <select id={id} className="input" value={address} onChange={(event) => setAddress(event.target.value)}>
            {hosts.map((host) => (
              <option key={host}>{host}</option>
            ))}
          </select>
        </p>
      )}
      {hosts.length === 0 && (
        <p>
          <label className="field-label" htmlFor={id}>
            {say('welcome_address', name)}
          </label>
          <input
            id={id}
            className="input"
            inputMode="url"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            placeholder={say('welcome_address_like')}
            value={address}
            maxLength={500}
            onChange={(event) => setAddress(event.target.value)}
          />
        </p>
      )}
      <p className="access-means">
        {hosts.length > 0 ? say('welcome_access_host', address) : say('welcome_access')}
        {!desk && ` ${say('welcome_access_other')}`}
      </p>
      <button type="submit" className="button" aria-disabled={asking || undefined}>
        {say('welcome_allow', name)}
      </button>
    </form>
  );
}

/** How it went, in words. */
function Said({ asked }: { asked: Asked }) {
  return (
    <div role="status">
      {asked.is === 'on' && <Notice tone="good">{say('welcome_allowed_now', asked.host)}</Notice>}
      {asked.is === 'refused' && <Notice>{say('welcome_refused', asked.host)}</Notice>}
      {asked.is === 'failed' && <Notice tone="warn">{say('welcome_failed', asked.host)}</Notice>}
      {asked.is === 'barred' && <Notice>{say('policy_barred', asked.host)}</Notice>}
      {asked.is === 'no-address' && <Notice tone="warn">{say('welcome_no_address')}</Notice>}
      {asked.is === 'not-there' && <Notice tone="warn">{say('welcome_not_there', asked.desk)}</Notice>}
    </div>
  );
}
