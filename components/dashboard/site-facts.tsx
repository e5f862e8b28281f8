import type { ReactNode } from 'react';
import type { Site } from '../../lib/model/site';
import { say, sayIfKnown } from '../../lib/words/say';

/** What a site says, in words: where it is, what it reads, and what it holds. */
export function SiteFacts({ site }: { site: Site }) {
  const { hosts, pages, fields, writes, holdAt = [] } = site;
  return (
    <dl className="site-facts">
      <Fact name={say('dashboard_own_hosts')}>
        {hosts.map((host) => (
          <strong key={host} className="site-fact">
            {host}
          </strong>
        ))}
      </Fact>
      <Fact name={say('dashboard_own_pages')}>
        {pages.map(({ id, path, hash, query }) => (
          <code key={id} className="site-fact">
            {readable(path) + (hash ? `#${readable(hash)}` : '') + asked(query)}
          </code>
        ))}
      </Fact>
      <Fact name={say('dashboard_own_reads')}>{namesOf(fields)}</Fact>
      <Fact name={say('dashboard_own_holds')}>
        {writes.map(({ id, methods, path, hosts: others = [], changes }) => (
          <span key={id} className="site-fact">
            <code>{`${methods.join(', ')} ${others.join(', ')}${readable(path)}`}</code>{' '}
            {say('dashboard_own_sets', namesOf(changes))}
          </span>
        ))}
        {holdAt.map(({ id, css, differs = [], changes = [] }) => (
          <span key={id} className="site-fact">
            <code>{css}</code>{' '}
            {say('dashboard_own_press', namesOf([...changes, ...differs.map((field) => ({ field }))]))}
          </span>
        ))}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Each once, in the order in which they stand. */
function namesOf(fields: readonly { field: string }[]): string {
  const names = fields.map(({ field }) => sayIfKnown(`field_${field}`) ?? field);
  return [...new Set(names)].join(', ');
}

/** "/tickets/:#id" as people read it: "/tickets/…". */
const readable = (pattern: string) => pattern.replace(/:#?\w+/g, '…');

function asked(query: Record<string, string[]> | undefined): string {
  const parts = Object.entries(query ?? {}).map(([name, values]) => `${name}=${values[0] ?? '…'}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
